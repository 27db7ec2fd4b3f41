package dev.supertask.scheduler;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.supertask.launch.Launch;
import dev.supertask.launch.Watcher;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.run.Usage;
import org.jspecify.annotations.Nullable;

/// What launchers tell, on their threads, until a tick deals with it on the loop's.
final class Reports {
    private final Queue<Report> queue = new ConcurrentLinkedQueue<>();
    private final Events events;
    private final Runnable wake;

    /// One thing told of a run.
    sealed interface Report {
        RunId run();

        record Started(RunId run, Instant at) implements Report {}

        /// All of its steps are to be passed over.
        record NothingToLaunch(RunId run, Instant at) implements Report {}

        record Ended(RunId run, Outcome outcome, Instant at, @Nullable Usage usage) implements Report {}
    }

    Reports(Events events, Runnable wake) {
        this.events = events;
        this.wake = wake;
    }

    Optional<Report> next() {
        return Optional.ofNullable(queue.poll());
    }

    Watcher watcher(LiveRun run) {
        return new Watcher() {
            private @Nullable Usage usage;

            @Override
            public void used(Launch launch, Usage took) {
                usage = took;
            }

            @Override
            public void started(Launch launch, long pid, Instant at) {
                add(new Report.Started(launch.run(), at));
            }

            @Override
            public void wrote(Launch launch, ByteBuffer output) {
                events.wrote(run.run(), output);
            }

            @Override
            public void ended(Launch launch, Outcome outcome, Instant at) {
                add(new Report.Ended(launch.run(), outcome, at, usage));
            }
        };
    }

    void add(Report report) {
        queue.add(report);
        wake.run();
    }
}
