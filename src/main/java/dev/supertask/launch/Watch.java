package dev.supertask.launch;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.keeper.AttemptId;
import dev.supertask.keeper.Exit;
import dev.supertask.keeper.Failure;
import dev.supertask.keeper.Ledger;
import dev.supertask.keeper.Order;
import dev.supertask.keeper.Trace;
import dev.supertask.run.Outcome;
import org.jspecify.annotations.Nullable;

/// One attempt that somebody watches. Its watcher is told in order, and each thing once, whatever is heard
/// twice. Used by one thread at a time.
final class Watch {
    private final Launch launch;
    private final @Nullable Order order;
    private final Watcher watcher;
    private final List<ByteBuffer> early = new ArrayList<>();
    private boolean started;
    private boolean over;

    /// @param order what to ask the keeper for; null where it was asked for earlier
    Watch(Launch launch, @Nullable Order order, Watcher watcher) {
        this.launch = launch;
        this.order = order;
        this.watcher = watcher;
    }

    AttemptId attempt() {
        return launch.id();
    }

    Path log() {
        return launch.log();
    }

    @Nullable
    Order order() {
        return order;
    }

    /// Tells of the last news, and of its start if that was not told yet.
    void tell(Ledger.Line line) {
        if (line.start() instanceof Trace.Running(long pid, _, Instant at, _)) {
            started(pid, at);
        }
        switch (line.trace()) {
            case Trace.Unknown _,Trace.Intended _,Trace.Running _ -> {
                // Nothing more has happened yet.
            }
            case Trace.Ended(Exit exit, Instant at) -> {
                if (!over) {
                    watcher.used(launch, Orders.usage(exit));
                }
                end(Orders.outcome(exit), at);
            }
            case Trace.Failed(Failure failure, Instant at) -> end(
                    new Outcome.NotStarted(failure.status(), failure.why()), at);
        }
    }

    /// Tells of what it wrote. Its start may be heard of later than that.
    void wrote(ByteBuffer bytes) {
        if (!over && started) {
            watcher.wrote(launch, bytes.asReadOnlyBuffer());
        } else if (!over) {
            early.add(bytes);
        }
    }

    /// Tells that it was never asked for.
    void unasked(Instant at) {
        if (!over) {
            over = true;
            watcher.unasked(launch, at);
        }
    }

    /// Tells of its end.
    void end(Outcome outcome, Instant at) {
        if (!over) {
            over = true;
            watcher.ended(launch, outcome, at);
        }
    }

    private void started(long pid, Instant at) {
        if (!started && !over) {
            started = true;
            watcher.started(launch, pid, at);
            early.forEach(this::wrote);
            early.clear();
        }
    }
}
