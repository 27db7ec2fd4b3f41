package dev.supertask.scheduler;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.supertask.problem.Refusal;

/// What others want of a scheduler, from any thread, until a tick serves it.
final class Requests {
    private final Queue<Pending<?>> queue = new ConcurrentLinkedQueue<>();
    private final Runnable wake;
    private volatile boolean closed;

    private record Pending<T>(Request<T> request, CompletableFuture<T> answer) {
        void serve(Scheduler scheduler, Instant now) {
            try {
                answer.complete(request.serve(scheduler, now));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }

        void refuse() {
            answer.completeExceptionally(Refusal.failed("the scheduler is ending", "try again in a moment"));
        }
    }

    Requests(Runnable wake) {
        this.wake = wake;
    }

    <T> CompletableFuture<T> add(Request<T> request) {
        Pending<T> pending = new Pending<>(request, new CompletableFuture<>());
        queue.add(pending);
        if (closed) {
            refuseAll();
        }
        wake.run();
        return pending.answer();
    }

    void serve(Scheduler scheduler, Instant now) {
        for (Pending<?> next = queue.poll(); next != null; next = queue.poll()) {
            next.serve(scheduler, now);
        }
    }

    /// Nobody serves any more.
    void close() {
        closed = true;
        refuseAll();
    }

    private void refuseAll() {
        for (Pending<?> next = queue.poll(); next != null; next = queue.poll()) {
            next.refuse();
        }
    }
}
