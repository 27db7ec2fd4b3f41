package dev.supertask.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.supertask.keeper.LogRingView;
import dev.supertask.problem.Refusal;

/// Copies a log, which may be growing or not exist yet, byte for byte. Of one that outgrows its limit it copies the
/// beginning and what is there of the end, and says how much is left out in between; also while it is written.
final class LogCopy {
    private static final int BLOCK = 64 * 1024;
    /// Where no end of the log was seen that is kept apart.
    static final int UNSEEN = -1;
    private static final Pattern MARKER = Pattern
            .compile("\\A\\n?\\[supertask: (\\d+) bytes of output are left out here[^\\n]*\\n");

    private final Path log;
    private final OutputStream out;
    private final byte[] block = new byte[BLOCK];
    // In the log; where its end is kept apart, that counts on from its beginning.
    private long position;
    private long beginning = UNSEEN;
    private boolean readerGone;
    private boolean inLine;

    LogCopy(Path log, OutputStream out) {
        this.log = log;
        this.out = out;
    }

    /// Begins at the last lines of what is there now: reads backwards, so that a large file costs nothing.
    void skipToTail(int lines) {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
            LogTail tail = new LogTail(lines);
            position = tail.start(file, log);
            beginning = tail.beginning();
        } catch (IOException e) {
            position = 0; // there is no log yet
        }
    }

    /// Copies what has been written since the last call.
    ///
    /// @return how many bytes
    long more() {
        Optional<LogRingView> end = Optional.empty();
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
            end = LogRingView.of(log);
            if (end.filter(it -> beginning != UNSEEN || position <= it.logLength()).isPresent()) {
                return both(file, end.get());
            }
            if (end.isEmpty() && beginning != UNSEEN) {
                return putTogether(file);
            }
            return copy(file, Long.MAX_VALUE);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        } finally {
            end.ifPresent(LogCopy::close);
        }
    }

    // Where it is being written faster than it can be copied, the gaps are in between.
    private long both(FileChannel file, LogRingView end) throws IOException {
        beginning = end.logLength();
        long copied = copy(file, beginning);
        long last = end.end();
        long at = position - beginning;
        while (at < last && !readerGone) {
            long oldest = end.oldest();
            if (at < oldest) {
                leaveOut(oldest - at);
                at = oldest;
                continue;
            }
            int length = (int) Math.min(BLOCK, last - at);
            end.read(block, length, at);
            if (end.oldest() <= at) {
                write(block, length);
                copied += length;
                at += length;
            }
        }
        position = beginning + at;
        return copied;
    }

    // The run has ended, and its log is one again.
    private long putTogether(FileChannel file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(512);
        file.read(head, beginning);
        Matcher marker = MARKER.matcher(new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1));
        if (marker.find()) {
            long leftOut = Long.parseLong(marker.group(1));
            long at = position - beginning;
            if (at < leftOut) {
                leaveOut(leftOut - at);
            }
            position = beginning + marker.end() + Math.max(0, at - leftOut);
        }
        beginning = UNSEEN;
        return copy(file, Long.MAX_VALUE);
    }

    /// Whether who reads the copy has gone, such as `head`.
    boolean readerGone() {
        return readerGone;
    }

    private long copy(FileChannel file, long upTo) throws IOException {
        long copied = 0;
        while (position < upTo && !readerGone) {
            int length = file.read(ByteBuffer.wrap(block, 0, (int) Math.min(BLOCK, upTo - position)), position);
            if (length <= 0) {
                return copied;
            }
            write(block, length);
            copied += length;
            position += length;
        }
        return copied;
    }

    private void leaveOut(long bytes) {
        byte[] line = ((inLine ? "\n" : "") + "[supertask: " + bytes + " bytes of output are left out here]\n")
                .getBytes(StandardCharsets.UTF_8);
        write(line, line.length);
    }

    private void write(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
            out.flush();
            inLine = bytes[length - 1] != '\n';
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw Refusal.failed("cannot write to standard output: " + e.getMessage(), null);
            }
            readerGone = true;
        }
    }

    private static void close(LogRingView view) {
        try {
            view.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
