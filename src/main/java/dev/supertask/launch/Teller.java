package dev.supertask.launch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Calls watchers: one after another, in the order in which things were heard, and never while a lock is
/// held that a watcher could wait for.
final class Teller implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Teller.class.getName());

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("supertask-teller").factory(),
            // After the close nobody is to be told of anything.
            new ThreadPoolExecutor.DiscardPolicy());

    Teller() {
        thread.allowCoreThreadTimeOut(true);
    }

    void tell(Runnable call) {
        thread.execute(() -> {
            try {
                call.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a fault while telling what becomes of a run", e);
            }
        });
    }

    /// Tells, and waits until that is done.
    void tellAndWait(Runnable call) {
        CountDownLatch done = new CountDownLatch(1);
        tell(() -> {
            try {
                call.run();
            } finally {
                done.countDown();
            }
        });
        try {
            while (!done.await(1, TimeUnit.SECONDS) && !thread.isShutdown()) {
                // A close throws away what was not told yet.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
