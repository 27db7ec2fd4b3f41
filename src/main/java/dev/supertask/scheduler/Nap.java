package dev.supertask.scheduler;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A sleep that can be ended from outside. A wake-up that comes before the sleep is not lost.
public final class Nap {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean wanted;

    /// Sleeps until woken, or so long.
    public void take(Duration atMost) {
        lock.lock();
        try {
            long left = TimeUnit.NANOSECONDS.convert(atMost);
            while (!wanted && left > 0) {
                left = woken.awaitNanos(left);
            }
            wanted = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the sleep that is going on, or the next one.
    public void wake() {
        lock.lock();
        try {
            wanted = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
