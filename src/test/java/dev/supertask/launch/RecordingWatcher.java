package dev.supertask.launch;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import dev.supertask.run.Outcome;

/// Writes down what it is told.
final class RecordingWatcher implements Watcher {
    /// `started`, `wrote`, `ended`, in order.
    final List<String> calls = new CopyOnWriteArrayList<>();
    final CompletableFuture<Long> pid = new CompletableFuture<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    @Override
    public void started(Launch launch, long number, Instant at) {
        calls.add("started");
        pid.complete(number);
    }

    @Override
    public void wrote(Launch launch, ByteBuffer output) {
        calls.add("wrote");
    }

    @Override
    public void unasked(Launch launch, Instant at) {
        calls.add("unasked");
        outcome.complete(new Outcome.Lost("unasked"));
    }

    @Override
    public void ended(Launch launch, Outcome how, Instant at) {
        calls.add("ended");
        outcome.complete(how);
    }

    /// How it ended; waits for that.
    Outcome outcome() {
        return outcome.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /// Its process; waits for its start.
    long pid() {
        return pid.orTimeout(30, TimeUnit.SECONDS).join();
    }

    boolean hasEnded() {
        return outcome.isDone();
    }
}
