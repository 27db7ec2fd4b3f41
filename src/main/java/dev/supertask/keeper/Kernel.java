package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// What only the keeper's process asks of the kernel and the C library.
final class Kernel {
    private static final int SUBREAPER = 36;
    private static final int SYS_WAITID = System.getProperty("os.arch").equals("aarch64") ? 95 : 247;
    private static final int P_ALL = 0;
    private static final int P_PID = 1;
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int WNOWAIT = 0x01000000;
    private static final int SIGINFO_PID = 16;
    private static final int POLLIN = 1;
    private static final int MADV_DONTNEED = 4;
    private static final int SIG_IGN = 1;

    private static final MethodHandle PRCTL = Libc.function("prctl", 6);
    private static final MethodHandle UMASK = Libc.function("umask", 1);
    private static final MethodHandle SYSCALL = Libc.function("syscall", 6);
    private static final MethodHandle POLL = Libc.function("poll", 3);
    private static final MethodHandle SIGNAL = Libc.function("signal", 2);
    private static final MethodHandle MADVISE = Libc.function("madvise", 3);

    private Kernel() {}

    /// From now on orphans among the descendants of this process become its children.
    static void becomeSubreaper() {
        long result = Libc.call(PRCTL, SUBREAPER, 1, 0, 0, 0, 0);
        if (result < 0) {
            throw new IllegalStateException("prctl: " + Posix.words((int) -result));
        }
    }

    /// Sets which permissions new files do not get.
    ///
    /// @return what was set before
    static int umask(int mask) {
        return (int) Libc.call(UMASK, mask);
    }

    /// Lets a signal do nothing to this process from now on.
    static void ignore(int signal) {
        Libc.call(SIGNAL, signal, SIG_IGN);
    }

    /// Waits until a child has ended; it is not reaped.
    ///
    /// @return its number, or a negated error number: ECHILD when there is no child at all
    static int awaitDeadChild() {
        MemorySegment info = Libc.scratch();
        long result = Libc.call(SYSCALL, SYS_WAITID, P_ALL, 0, info.address(), WEXITED | WNOWAIT, 0);
        return result < 0 ? (int) result : info.get(JAVA_INT, SIGINFO_PID);
    }

    /// Reaps a child if it has ended.
    static void reap(int pid) {
        Libc.call(SYSCALL, SYS_WAITID, P_PID, pid, Libc.scratch().address(), WEXITED | WNOHANG, 0);
    }

    /// Waits until a descriptor is readable.
    static void awaitReadable(int descriptor) {
        MemorySegment entry = Libc.scratch();
        entry.set(JAVA_INT, 0, descriptor);
        entry.set(JAVA_INT, 4, POLLIN);
        Libc.call(POLL, entry.address(), 1, -1);
    }

    /// Forgets pages of a mapped file; they are read again when they are touched.
    static void dropPages(long address, long length) {
        Libc.call(MADVISE, address, length, MADV_DONTNEED);
    }

    /// Gives memory back that the C library keeps for later.
    static void trimMemory() {
        // Of glibc only, and nothing depends on it; linked when it is needed.
        try {
            Libc.call(Libc.function("malloc_trim", 1), 0);
        } catch (UnsatisfiedLinkError none) {
            // Then there is nothing to give back.
        }
    }
}
