package dev.supertask.keeper;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/// A child process, from its start until it is reaped. Its number belongs to it for exactly that long
/// (numbers come round within seconds on a busy machine), so one lock is held to reap and to signal:
/// nobody else's process is ever hit.
final class Child {
    private static final MethodHandle SYSCALL = Libc.function("syscall", 6);
    private static final int SYS_WAITID = System.getProperty("os.arch").equals("aarch64") ? 95 : 247;
    private static final int P_PID = 1;
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int WNOWAIT = 0x01000000;
    private static final int CLD_EXITED = 1;
    // siginfo_t takes the first 128 bytes of the scratch memory, struct rusage the next 144.
    private static final int SIGINFO_CODE = 8;
    private static final int SIGINFO_PID = 16;
    private static final int SIGINFO_STATUS = 24;
    private static final int RUSAGE = 128;
    private static final int MAX_RSS = 32;
    private static final MethodHandle GETRUSAGE = Libc.function("getrusage", 2);
    private static final int OURSELVES = 0;

    private final int pid;
    private final int descriptor;
    private final Spawn.Group group;
    private boolean held;
    private boolean reaped;
    private boolean closed;

    private Child(int pid, Spawn.Group group, int descriptor) {
        this.pid = pid;
        this.group = group;
        this.descriptor = descriptor;
    }

    /// Takes charge of a process that nobody else waits for.
    ///
    /// @throws SpawnException when there are too many open files; the process is killed then, since
    ///         nobody could watch it
    static Child of(int pid, Spawn.Group group) throws SpawnException {
        int descriptor = Posix.openProcess(pid);
        if (descriptor < 0) {
            Posix.kill(group == Spawn.Group.SHARED ? pid : -pid, Posix.SIGKILL);
            waitFor(pid, WEXITED);
            throw new SpawnException(-descriptor);
        }
        Child child = new Child(pid, group, descriptor);
        Children.add(child);
        return child;
    }

    int pid() {
        return pid;
    }

    /// Readable once it has ended.
    int descriptor() {
        return descriptor;
    }

    /// Whether its number is that of a process group too.
    boolean leadsGroup() {
        return group != Spawn.Group.SHARED;
    }

    /// Sends a signal to its process group, or to it alone where it shares this process's group.
    ///
    /// @return false when it is gone and nothing was sent
    synchronized boolean signal(int signal) {
        return !reaped && Posix.kill(leadsGroup() ? -pid : pid, signal) == 0;
    }

    /// Keeps it, once it has ended, as a zombie: until [#release] its number, and so that of its process
    /// group, is nobody else's, and what is left of the group can be found and signalled.
    ///
    /// @return false when it is too late for that
    synchronized boolean hold() {
        held |= !reaped;
        return !reaped;
    }

    /// How it ended, or null as long as it has not. Reaps it unless it is held.
    synchronized @Nullable Exit exit() {
        return reaped ? null : await(held);
    }

    /// Waits until it has ended, closes its descriptor and reaps it.
    Exit await() {
        while (true) {
            Kernel.awaitReadable(descriptor);
            Exit exit = exit();
            if (exit != null) {
                close();
                return exit;
            }
        }
    }

    /// Ends a [#hold]: the next [#exit] reaps it.
    synchronized void release() {
        held = false;
    }

    synchronized boolean isHeld() {
        return held;
    }

    /// When it started, in clock ticks since boot; 0 when it was reaped already.
    synchronized long startTicks() {
        return reaped ? 0 : Incarnation.startTicksOf(pid);
    }

    /// Whether it has ended.
    synchronized boolean hasEnded() {
        return reaped || await(true) != null;
    }

    /// Closes its descriptor; it can be signalled as before.
    synchronized void close() {
        if (!closed) {
            closed = true;
            Posix.close(descriptor);
        }
    }

    private @Nullable Exit await(boolean keep) {
        MemorySegment result = waitFor(pid, WEXITED | WNOHANG | (keep ? WNOWAIT : 0));
        if (result.get(JAVA_INT, SIGINFO_PID) == 0) {
            return null;
        }
        reaped = !keep;
        Exit exit = exit(result);
        if (reaped) {
            Children.remove(this);
        }
        return exit;
    }

    // By number, never "any child": other code in this JVM may have children of its own.
    private static MemorySegment waitFor(int pid, int options) {
        MemorySegment scratch = Libc.scratch();
        scratch.set(JAVA_INT, SIGINFO_PID, 0);
        long result;
        do {
            result = Libc.call(SYSCALL, SYS_WAITID, P_PID, pid, scratch.address(), options,
                    scratch.address() + RUSAGE);
        } while (result == -Posix.EINTR);
        if (result < 0) {
            throw new IllegalStateException("waiting for process " + pid + ": " + Posix.words((int) -result));
        }
        return scratch;
    }

    private static Exit exit(MemorySegment scratch) {
        int status = scratch.get(JAVA_INT, SIGINFO_STATUS);
        boolean exited = scratch.get(JAVA_INT, SIGINFO_CODE) == CLD_EXITED;
        long seconds = scratch.get(JAVA_LONG, RUSAGE) + scratch.get(JAVA_LONG, RUSAGE + 16);
        long micros = scratch.get(JAVA_LONG, RUSAGE + 8) + scratch.get(JAVA_LONG, RUSAGE + 24);
        // Last, for it uses the same memory.
        long maxRssKib = largerThanOurs(scratch.get(JAVA_LONG, RUSAGE + MAX_RSS));
        return new Exit(exited ? status : 0, exited ? 0 : status, seconds * 1_000_000 + micros, maxRssKib);
    }

    // posix_spawn(3) shares our memory with the child until it executes its program, and the kernel counts
    // that as the child's: a peak that is not larger than ours says nothing of the program.
    private static long largerThanOurs(long maxRssKib) {
        MemorySegment scratch = Libc.scratch();
        Libc.call(GETRUSAGE, OURSELVES, scratch.address());
        return maxRssKib > scratch.get(JAVA_LONG, MAX_RSS) ? maxRssKib : 0;
    }
}
