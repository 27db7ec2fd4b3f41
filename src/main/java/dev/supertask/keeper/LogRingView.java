package dev.supertask.keeper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The end of a log that has a limit, seen by others while its keeper writes it, or after that has died. Bytes have
/// positions that count from the first one that did not fit into the beginning of the log.
public final class LogRingView implements AutoCloseable {
    private final FileChannel ring;
    private final long room;
    private final long logLength;

    private LogRingView(FileChannel ring, long room, long logLength) {
        this.ring = ring;
        this.room = room;
        this.logLength = logLength;
    }

    /// Opens that of a log; empty where the log has all there is.
    ///
    /// @throws IOException when it cannot be read
    public static Optional<LogRingView> of(Path log) throws IOException {
        FileChannel ring;
        try {
            ring = FileChannel.open(file(log), StandardOpenOption.READ);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        LogRingView view = begun(ring);
        if (view == null) {
            ring.close();
        }
        return Optional.ofNullable(view);
    }

    private static @Nullable LogRingView begun(FileChannel ring) throws IOException {
        long room = number(ring, LogRing.ROOM);
        return room > 0 ? new LogRingView(ring, room, number(ring, LogRing.LOG_LENGTH)) : null;
    }

    static Path file(Path log) {
        return log.resolveSibling(log.getFileName() + ".ring");
    }

    /// How long the beginning is, which is in the log itself; what is behind it there is being put together.
    public long logLength() {
        return logLength;
    }

    /// Where it ends now.
    public long end() throws IOException {
        return number(ring, LogRing.WRITTEN);
    }

    /// The first byte that is not overwritten yet; to be asked after a reading whether that is good.
    public long oldest() throws IOException {
        return Math.max(0, number(ring, LogRing.BEGUN) - room);
    }

    /// Reads from a position on, as much as is wanted.
    public void read(byte[] to, int length, long position) throws IOException {
        for (int done = 0; done < length;) {
            long at = (position + done) % room;
            int piece = (int) Math.min(length - done, room - at);
            JournalFile.readFully(ring, ByteBuffer.wrap(to, done, piece), LogRing.HEAD_BYTES + at);
            done += piece;
        }
    }

    private static long number(FileChannel ring, int at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        JournalFile.readFully(ring, bytes, at);
        return bytes.getLong(0);
    }

    @Override
    public void close() throws IOException {
        ring.close();
    }
}
