package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/// The log of a run: what its streams say, in the form that was asked for, as far as there is room.
final class RunLog {
    private static final Logger LOG = System.getLogger(RunLog.class.getName());

    private final String path;
    private final LogForm form;
    private final @Nullable LogLines lines;
    private final LogFile file;
    private @Nullable LogRing ring;
    private long headRoom;
    private boolean broken;
    // Not written yet.
    private String heading;

    /// @param heading lines that come before all others; empty for none
    /// @param clock tells when a line came
    RunLog(String path, LogForm form, String heading, InstantSource clock) {
        this.path = path;
        this.form = form;
        this.heading = heading;
        this.lines = form.isRaw() ? null : new LogLines(form, clock);
        this.file = new LogFile(path);
        this.headRoom = form.mostBytes() > 0 ? (form.mostBytes() + 1) / 2 : Long.MAX_VALUE;
    }

    /// Appends what a stream says.
    void append(int stream, MemorySegment bytes) {
        if (lines == null) {
            append(bytes);
        } else {
            append(lines.with(stream, bytes.toArray(JAVA_BYTE)));
        }
    }

    /// Appends a line of ours, as it is.
    void note(String line) {
        append(NativeText.bytes(line + "\n"));
    }

    /// Closes the log of what was not started. Where a heading sets its place apart, it says why there.
    void failed(Failure failure) {
        if (!heading.isEmpty()) {
            note("supertask: " + failure.why());
            close();
        }
    }

    /// Writes what is still to be written, and closes the file. That may be much, and others wait: it
    /// takes one step.
    ///
    /// @return false when it is to be called again
    boolean close() {
        if (lines != null) {
            append(lines.rest());
        }
        head();
        if (ring != null && !broken) {
            int result = ring.fold(file.descriptor());
            if (result > 0) {
                return false;
            }
            check(result);
        }
        if (ring != null) {
            ring.close();
            ring = null;
        }
        file.close();
        return true;
    }

    private void append(byte[] bytes) {
        if (bytes.length > 0) {
            try (Arena arena = Arena.ofConfined()) {
                append(arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes)));
            }
        }
    }

    private void head() {
        if (!heading.isEmpty()) {
            byte[] bytes = NativeText.bytes(isMidLine() ? "\n" + heading : heading);
            heading = "";
            // Not part of what the limit is about.
            try (Arena arena = Arena.ofConfined()) {
                check(file.append(arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes))));
            }
        }
    }

    /// Whether what came before has not ended its last line.
    private boolean isMidLine() {
        try (FileChannel before = FileChannel.open(Path.of(path), StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return before.size() > 0 && before.read(last, before.size() - 1) == 1 && last.get(0) != '\n';
        } catch (IOException | InvalidPathException e) {
            return false; // nothing came before
        }
    }

    private void append(MemorySegment bytes) {
        head();
        long head = Math.min(headRoom, bytes.byteSize());
        if (head > 0 && !broken) {
            headRoom -= head;
            check(file.append(bytes.asSlice(0, head)));
        }
        if (head < bytes.byteSize() && !broken) {
            MemorySegment tail = bytes.asSlice(head);
            if (ring == null) {
                ring = LogRing.behind(path, file.descriptor(), Math.max(1, form.mostBytes() / 2));
            }
            check(ring.append(tail));
        }
    }

    // The program must not suffer for its log.
    private void check(int result) {
        if (result < 0) {
            broken = true;
            LOG.log(Level.WARNING, "cannot write log \"" + path + "\": " + Posix.words(-result)
                    + " · what the run writes from now on is not kept");
        }
    }
}
