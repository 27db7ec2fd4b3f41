package dev.supertask.keeper;

import java.lang.foreign.MemorySegment;

/// The read end of a pipe that a process writes to. Touched on its loop's thread only, once watched.
final class Output {
    // A flood must not keep the loop from everybody else's output.
    private static final int MOST_READS_IN_A_ROW = 16;

    /// Who hears what is read.
    interface Hearer {

        /// Something was read.
        ///
        /// @return false to hear no more
        boolean heard(int stream, MemorySegment bytes);

        /// Everything was read, or nobody wanted to hear more.
        void heardAll();
    }

    private final EventLoop loop;
    private final int stream;
    private final int descriptor;
    private final Hearer hearer;
    private final long key;
    private final long pipe;
    private boolean open = true;

    Output(EventLoop loop, int stream, int descriptor, Hearer hearer) {
        this.loop = loop;
        this.key = loop.newKey();
        this.pipe = Posix.inode(descriptor);
        this.stream = stream;
        this.descriptor = descriptor;
        this.hearer = hearer;
    }

    void watch() {
        loop.watch(key, descriptor, this::read);
    }

    /// The inode of the pipe, by which those who have its other end are known. May be asked on any thread.
    long pipe() {
        return pipe;
    }

    boolean isOpen() {
        return open;
    }

    /// Reads what is there, up to a megabyte.
    void read() {
        MemorySegment buffer = loop.buffer();
        for (int i = 0; open && i < MOST_READS_IN_A_ROW; i++) {
            long n = Posix.read(descriptor, buffer);
            if (n == -Posix.EAGAIN) {
                return;
            }
            if (n <= 0 || !hearer.heard(stream, buffer.asSlice(0, n))) {
                close();
                hearer.heardAll();
            }
        }
    }

    /// Hears no more; who still writes to it gets SIGPIPE.
    void close() {
        if (open) {
            open = false;
            loop.forget(key, descriptor);
            Posix.close(descriptor);
        }
    }
}
