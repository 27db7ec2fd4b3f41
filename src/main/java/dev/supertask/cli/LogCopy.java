package dev.supertask.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.supertask.problem.Refusal;

/// Copies a log, which may be growing or not exist yet, byte for byte.
final class LogCopy {
    private static final int BLOCK = 64 * 1024;

    private final Path log;
    private final OutputStream out;
    private long position;
    private boolean readerGone;

    LogCopy(Path log, OutputStream out) {
        this.log = log;
        this.out = out;
    }

    /// Begins at the last lines of what is there now: reads backwards, so that a large file costs nothing.
    void skipToTail(int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            position = startOfTail(file, lines);
        } catch (IOException e) {
            position = 0; // there is no log yet
        }
    }

    private static long startOfTail(RandomAccessFile file, int lines) throws IOException {
        byte[] block = new byte[BLOCK];
        long end = file.length();
        long left = lines;
        for (long stop = end; stop > 0;) {
            int length = (int) Math.min(BLOCK, stop);
            stop -= length;
            file.seek(stop);
            file.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                // The last line's own end counts for nothing.
                if (block[i] == '\n' && stop + i != end - 1 && --left == 0) {
                    return stop + i + 1;
                }
            }
        }
        return lines == 0 ? end : 0;
    }

    /// Copies what has been written since the last call.
    ///
    /// @return how many bytes
    long more() {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.READ)) {
            file.position(position);
            long copied = copy(Channels.newInputStream(file));
            position += copied;
            return copied;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }

    /// Whether who reads the copy has gone, such as `head`.
    boolean readerGone() {
        return readerGone;
    }

    private long copy(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        long copied = 0;
        for (int length = in.read(block); length > 0 && !readerGone; length = in.read(block)) {
            write(block, length);
            copied += length;
        }
        return copied;
    }

    private void write(byte[] block, int length) {
        try {
            out.write(block, 0, length);
            out.flush();
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw Refusal.failed("cannot write to standard output: " + e.getMessage(), null);
            }
            readerGone = true;
        }
    }
}
