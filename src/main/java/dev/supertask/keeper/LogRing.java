package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// The end of a log that has a limit, while it is still being written: a file beside the log,
/// `LOG.ring`, in which the newest bytes replace the oldest. When the run has ended it is
/// [folded][#fold] into the log: one line that tells how much is left out, and what it holds.
///
/// Its head, four 64-bit numbers in this machine's order, says how many bytes it can hold, how many were
/// ever written to it, how long the log was when it began, and how many will have been written once what is being
/// written is; so that a ring that was left behind can be folded later, even twice, and others can [read][LogRingView]
/// it meanwhile.
final class LogRing {
    static final int HEAD_BYTES = 32;
    static final int ROOM = 0;
    static final int WRITTEN = 8;
    static final int LOG_LENGTH = 16;
    static final int BEGUN = 24;
    private static final int BLOCK = 256 * 1024;
    private static final int BLOCKS_A_STEP = 16;

    private final String path;
    private final int descriptor;
    private final long room;
    private final long logLength;
    private long written;
    private long folded = -1;

    private LogRing(String path, int descriptor, long room, long logLength) {
        this.path = path;
        this.descriptor = descriptor;
        this.room = room;
        this.logLength = logLength;
    }

    /// A new one behind a log that is full.
    static LogRing behind(String log, int logDescriptor, long room) {
        String path = log + ".ring";
        return new LogRing(path, Posix.openEmpty(path), room, Posix.length(logDescriptor));
    }

    /// Folds a ring that a keeper left behind when it was killed into its log; does nothing where there
    /// is none.
    ///
    /// @return 0, or a negated error number
    static int recover(String log) {
        String path = log + ".ring";
        int descriptor = Posix.open(path, Posix.O_RDWR | Posix.O_CLOEXEC, 0);
        if (descriptor < 0) {
            return descriptor == -Posix.ENOENT ? 0 : descriptor;
        }
        LogFile file = new LogFile(log);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment head = arena.allocate(HEAD_BYTES, 8);
            Posix.readAt(descriptor, head, 0);
            LogRing ring = new LogRing(path, descriptor, Math.max(1, head.get(JAVA_LONG, ROOM)),
                    head.get(JAVA_LONG, LOG_LENGTH));
            ring.written = head.get(JAVA_LONG, WRITTEN);
            int result = file.append(arena.allocate(0));
            while (result == 0 && (result = ring.fold(file.descriptor())) > 0) {
                result = 0;
            }
            ring.close();
            return result;
        } finally {
            file.close();
        }
    }

    /// Appends.
    ///
    /// @return 0, or a negated error number
    int append(MemorySegment bytes) {
        if (descriptor < 0) {
            return descriptor;
        }
        long done = Math.max(0, bytes.byteSize() - room);
        // Who reads it meanwhile must know what is no more what it was.
        int result = writeHead(written + bytes.byteSize());
        while (done < bytes.byteSize() && result >= 0) {
            long at = (written + done) % room;
            long length = Math.min(bytes.byteSize() - done, room - at);
            result = Posix.writeAllAt(descriptor, bytes.asSlice(done, length), HEAD_BYTES + at);
            done += length;
        }
        written += bytes.byteSize();
        return result < 0 ? result : writeHead(written);
    }

    private int writeHead(long begun) {
        MemorySegment head = Libc.scratch().asSlice(0, HEAD_BYTES);
        head.set(JAVA_LONG, ROOM, room);
        head.set(JAVA_LONG, WRITTEN, written);
        head.set(JAVA_LONG, LOG_LENGTH, logLength);
        head.set(JAVA_LONG, BEGUN, begun);
        return Posix.writeAllAt(descriptor, head, 0);
    }

    /// Takes a step in appending what it holds to the log.
    ///
    /// @return 1 when there is more to do, 0 when all is done, else a negated error number
    int fold(int log) {
        if (descriptor < 0) {
            return descriptor;
        }
        int result = folded < 0 ? begin(log) : 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment block = arena.allocate(BLOCK);
            for (int i = 0; i < BLOCKS_A_STEP && result == 0 && folded < written; i++) {
                long at = folded % room;
                long length = Math.min(BLOCK, Math.min(written - folded, room - at));
                MemorySegment piece = block.asSlice(0, length);
                long read = Posix.readAt(descriptor, piece, HEAD_BYTES + at);
                result = read == length ? Posix.writeAll(log, piece) : (int) Math.min(read, -Posix.EIO);
                folded += length;
            }
        }
        return result == 0 && folded < written ? 1 : result;
    }

    private int begin(int log) {
        Posix.truncate(log, logLength);
        folded = Math.max(0, written - room);
        if (folded == 0) {
            return 0;
        }
        String marker = "\n[supertask: " + folded + " bytes of output are left out here · the log's \"max-size\" is "
                + 2 * room + " bytes]\n";
        try (Arena arena = Arena.ofConfined()) {
            byte[] text = marker.getBytes(StandardCharsets.UTF_8);
            MemorySegment line = arena.allocate(text.length).copyFrom(MemorySegment.ofArray(text));
            return Posix.writeAll(log, endsLine(log) ? line.asSlice(1) : line);
        }
    }

    // The log is open for writing only.
    private boolean endsLine(int log) {
        int again = Posix.open("/proc/self/fd/" + log, Posix.O_RDONLY | Posix.O_CLOEXEC, 0);
        if (again < 0) {
            return false;
        }
        MemorySegment last = Libc.scratch().asSlice(0, 1);
        long read = Posix.readAt(again, last, Math.max(0, logLength - 1));
        Posix.close(again);
        return read == 1 && last.get(JAVA_BYTE, 0) == '\n';
    }

    /// Removes its file.
    void close() {
        if (descriptor >= 0) {
            Posix.close(descriptor);
            Posix.remove(path);
        }
    }
}
