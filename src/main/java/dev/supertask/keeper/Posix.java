package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The system calls that are needed here, by their names. Unless said otherwise each answers with zero
/// or more when it worked, else with a negated error number. Text goes to the kernel as [NativeText] has
/// it, whatever the locale.
final class Posix {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int ESRCH = 3;
    static final int EINTR = 4;
    static final int EIO = 5;
    static final int E2BIG = 7;
    static final int ENOEXEC = 8;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EPIPE = 32;

    static final int SIGHUP = 1;
    static final int SIGINT = 2;
    static final int SIGKILL = 9;
    static final int SIGTERM = 15;
    static final int SIGSTOP = 19;

    static final int O_RDONLY = 0;
    static final int O_RDWR = 2;
    static final int O_CLOEXEC = 0x80000;
    private static final int O_WRONLY = 1;
    private static final int O_CREAT = 0x40;
    private static final int O_TRUNC = 0x200;
    private static final int O_APPEND = 0x400;
    private static final int O_NONBLOCK = 0x800;
    private static final int SEEK_END = 2;
    private static final int F_GETFD = 1;
    private static final int F_SETFL = 4;
    private static final int X_OK = 1;
    private static final int POLLOUT = 4;
    // In struct stat of x86-64 and arm64 alike.
    private static final int STAT_INODE = 8;
    // The same numbers on every architecture, as all system calls since 2019.
    private static final int SYS_PIDFD_SEND_SIGNAL = 424;
    private static final int SYS_PIDFD_OPEN = 434;

    private static final MethodHandle OPEN = Libc.function("open", 3);
    private static final MethodHandle CLOSE = Libc.function("close", 1);
    private static final MethodHandle READ = Libc.function("read", 3);
    private static final MethodHandle WRITE = Libc.function("write", 3);
    private static final MethodHandle PIPE2 = Libc.function("pipe2", 2);
    private static final MethodHandle FCNTL = Libc.function("fcntl", 3);
    private static final MethodHandle MKDIR = Libc.function("mkdir", 2);
    private static final MethodHandle ACCESS = Libc.function("access", 2);
    private static final MethodHandle POLL = Libc.function("poll", 3);
    private static final MethodHandle PREAD = Libc.function("pread", 4);
    private static final MethodHandle PWRITE = Libc.function("pwrite", 4);
    private static final MethodHandle LSEEK = Libc.function("lseek", 3);
    private static final MethodHandle FTRUNCATE = Libc.function("ftruncate", 2);
    private static final MethodHandle UNLINK = Libc.function("unlink", 1);
    private static final MethodHandle FSTAT = Libc.function("fstat", 2);
    private static final MethodHandle KILL = Libc.function("kill", 2);
    private static final MethodHandle SYSCALL = Libc.function("syscall", 6);
    private static final MethodHandle STRERROR = Libc.function("strerror", 1);

    /// The two ends of a pipe, both closed on exec.
    record Pipe(int readEnd, int writeEnd) {}

    static {
        // Should Supertask be started with a standard descriptor closed, a pipe must not land there: in
        // the child it would be mistaken for the real one.
        for (int fd = 0; fd <= 2; fd++) {
            if (Libc.call(FCNTL, fd, F_GETFD, 0) < 0) {
                open("/dev/null", O_RDWR, 0);
            }
        }
    }

    private Posix() {}

    static int open(String path, int flags, int mode) {
        return withText(path, p -> Libc.call(OPEN, p, flags, mode));
    }

    /// Opens a file to append to it, and makes it, readable by its owner only, where it is missing.
    static int openToAppend(String path) {
        return open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }

    static void close(int fd) {
        // An error says nothing that could be acted upon: on Linux the descriptor is gone either way.
        Libc.call(CLOSE, fd);
    }

    static long read(int fd, MemorySegment to) {
        long n;
        do {
            n = Libc.call(READ, fd, to.address(), to.byteSize());
        } while (n == -EINTR);
        return n;
    }

    /// Writes all the bytes; waits where a descriptor that others made non-blocking is full.
    ///
    /// @return 0, or a negated error number when not everything was written
    static int writeAll(int fd, MemorySegment bytes) {
        long done = 0;
        while (done < bytes.byteSize()) {
            long n = Libc.call(WRITE, fd, bytes.address() + done, bytes.byteSize() - done);
            if (n >= 0) {
                done += n;
            } else if (n == -EAGAIN) {
                awaitWritable(fd);
            } else if (n != -EINTR) {
                return (int) n;
            }
        }
        return 0;
    }

    private static void awaitWritable(int fd) {
        MemorySegment entry = Libc.scratch();
        entry.set(JAVA_INT, 0, fd);
        entry.set(JAVA_INT, 4, POLLOUT);
        Libc.call(POLL, entry.address(), 1, -1);
    }

    /// A pipe whose read end does not block. The write end does: it becomes a program's stdout.
    ///
    /// @throws SpawnException when there are too many open files
    static Pipe pipe() throws SpawnException {
        MemorySegment ends = Libc.scratch();
        int result = (int) Libc.call(PIPE2, ends.address(), O_CLOEXEC);
        if (result < 0) {
            throw new SpawnException(-result);
        }
        Pipe pipe = new Pipe(ends.get(JAVA_INT, 0), ends.get(JAVA_INT, 4));
        Libc.call(FCNTL, pipe.readEnd, F_SETFL, O_NONBLOCK);
        return pipe;
    }

    /// Opens a file of its owner's only to read and write it, empty.
    static int openEmpty(String path) {
        return open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    }

    /// As [#writeAll], at a place in a file.
    static int writeAllAt(int fd, MemorySegment bytes, long offset) {
        long done = 0;
        while (done < bytes.byteSize()) {
            long n = Libc.call(PWRITE, fd, bytes.address() + done, bytes.byteSize() - done, offset + done);
            if (n < 0 && n != -EINTR) {
                return (int) n;
            }
            done += Math.max(0, n);
        }
        return 0;
    }

    static long readAt(int fd, MemorySegment to, long offset) {
        return Libc.call(PREAD, fd, to.address(), to.byteSize(), offset);
    }

    /// How long a file is.
    static long length(int fd) {
        return Math.max(0, Libc.call(LSEEK, fd, 0, SEEK_END));
    }

    static void truncate(int fd, long length) {
        Libc.call(FTRUNCATE, fd, length);
    }

    static void remove(String path) {
        withText(path, p -> Libc.call(UNLINK, p));
    }

    /// The first bytes of a file; none where it cannot be read.
    static byte[] head(String path, int length) {
        int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
        if (fd < 0) {
            return new byte[0];
        }
        MemorySegment scratch = Libc.scratch().asSlice(0, length);
        long n = Math.max(0, read(fd, scratch));
        close(fd);
        return scratch.asSlice(0, n).toArray(JAVA_BYTE);
    }

    /// The number of what is open: for a pipe, what every process sees that has one of its ends.
    static long inode(int fd) {
        MemorySegment stat = Libc.scratch();
        return Libc.call(FSTAT, fd, stat.address()) < 0 ? 0 : stat.get(JAVA_LONG, STAT_INODE);
    }

    /// Makes one folder for its owner only.
    static int makeFolder(String path) {
        return withText(path, p -> Libc.call(MKDIR, p, 0700));
    }

    static boolean exists(String path) {
        return withText(path, p -> Libc.call(ACCESS, p, 0)) == 0;
    }

    /// Whether a path is a folder that can be entered.
    static boolean isFolder(String path) {
        return exists(path + "/.");
    }

    static boolean isExecutable(String path) {
        return withText(path, p -> Libc.call(ACCESS, p, X_OK)) == 0 && !isFolder(path);
    }

    /// Sends a signal to a process, or to a group by its negated number. The caller makes sure that the
    /// number is still the one it means.
    static int kill(int pid, int signal) {
        return (int) Libc.call(KILL, pid, signal);
    }

    /// A descriptor of a process: readable once it has ended, and never another one's.
    static int openProcess(int pid) {
        return (int) Libc.call(SYSCALL, SYS_PIDFD_OPEN, pid, 0, 0, 0, 0);
    }

    static int signalProcess(int pidfd, int signal) {
        return (int) Libc.call(SYSCALL, SYS_PIDFD_SEND_SIGNAL, pidfd, signal, 0, 0, 0);
    }

    /// The words for an error number.
    @SuppressWarnings("restricted")
    static String words(int errno) {
        long text = Libc.call(STRERROR, errno);
        return MemorySegment.ofAddress(text).reinterpret(1024).getString(0);
    }

    private interface OnText {
        long call(long address);
    }

    private static int withText(String text, OnText call) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) call.call(text(arena, text));
        }
    }

    /// The address of a text's bytes with a NUL behind them.
    static long text(Arena arena, String text) {
        byte[] bytes = NativeText.bytes(text);
        MemorySegment memory = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, memory, 0, bytes.length);
        return memory.address();
    }
}
