package dev.supertask.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

import dev.supertask.keeper.LogRingView;

/// Looks for where the last lines of a log begin, backwards.
final class LogTail {
    private static final int BLOCK = 64 * 1024;

    private final byte[] block = new byte[BLOCK];
    private long left;
    // The last line's own end counts for nothing.
    private boolean atTheEnd = true;
    private long beginning = LogCopy.UNSEEN;

    /// Bytes somewhere.
    private interface Source {
        void read(byte[] to, int length, long position) throws IOException;
    }

    LogTail(int lines) {
        left = lines;
    }

    /// Where they begin; where the end of the log is kept apart, that counts on from its beginning.
    long start(FileChannel file, Path log) throws IOException {
        Optional<LogRingView> ring = LogRingView.of(log);
        if (ring.isEmpty()) {
            return start(file, file.size());
        }
        try (LogRingView end = ring.get()) {
            beginning = end.logLength();
            long last = end.end();
            long found = search(end::read, end.oldest(), last);
            return found >= 0 ? beginning + found : start(file, beginning);
        }
    }

    /// How long the beginning of the log is, where its end is kept apart.
    long beginning() {
        return beginning;
    }

    private long start(FileChannel file, long size) throws IOException {
        return Math.max(0, search((to, length, position) -> file.read(ByteBuffer.wrap(to, 0, length), position), 0,
                size));
    }

    /// Returns -1 where there are more lines wanted than are there.
    private long search(Source source, long first, long end) throws IOException {
        if (left == 0) {
            return end;
        }
        for (long stop = end; stop > first;) {
            int length = (int) Math.min(BLOCK, stop - first);
            stop -= length;
            source.read(block, length, stop);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n' && !atTheEnd && --left == 0) {
                    return stop + i + 1;
                }
                atTheEnd = false;
            }
        }
        return -1;
    }
}
