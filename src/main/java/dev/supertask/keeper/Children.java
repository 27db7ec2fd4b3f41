package dev.supertask.keeper;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The children of this process that somebody here waits for. All others that it has were somebody else's
/// and came to it when their parent died.
final class Children {
    private static final Map<Integer, Child> WAITED_FOR = new ConcurrentHashMap<>();
    // Held, shared, while a process is started, until it is known here; else it could be taken for an
    // orphan in between.
    private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();
    private static final Semaphore STARTED = new Semaphore(0);

    /// Starts something.
    interface Starting<T, E extends Exception> {
        T start() throws E;
    }

    private Children() {}

    /// Has a process started by which [#add] is called.
    static <T, E extends Exception> T starting(Starting<T, E> starting) throws E {
        LOCK.readLock().lock();
        try {
            return starting.start();
        } finally {
            LOCK.readLock().unlock();
        }
    }

    static void add(Child child) {
        WAITED_FOR.put(child.pid(), child);
        if (STARTED.availablePermits() == 0) {
            STARTED.release();
        }
    }

    /// To be called once it was reaped. Its number may have been given to another one by then.
    static void remove(Child child) {
        WAITED_FOR.remove(child.pid(), child);
    }

    /// Whether somebody here waits for a process, or none is known of that number.
    static boolean isWaitedFor(int pid) {
        return WAITED_FOR.containsKey(pid);
    }

    /// Does something while nothing is being started.
    static void whileNothingStarts(Runnable action) {
        LOCK.writeLock().lock();
        try {
            action.run();
        } finally {
            LOCK.writeLock().unlock();
        }
    }

    /// Waits until something is started.
    static void awaitStart() throws InterruptedException {
        STARTED.acquire();
    }
}
