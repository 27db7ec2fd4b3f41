package dev.supertask.launch;

import java.nio.ByteBuffer;
import java.time.Instant;

import dev.supertask.run.Outcome;
import dev.supertask.run.Usage;

/// Is told what becomes of a launch, on a thread of the launcher: it must return quickly.
public interface Watcher {

    /// It runs.
    void started(Launch launch, long pid, Instant at);

    /// It wrote something, already in its log. The buffer is only good during the call.
    default void wrote(Launch launch, ByteBuffer output) {}

    /// It was adopted, but its launch was never asked for: nothing was started, and nothing will be. The
    /// last call.
    default void unasked(Launch launch, Instant at) {
        ended(launch, new Outcome.NotStarted(126, "nobody was asked to start it"), at);
    }

    /// What it took. Told right before its end, where that is known.
    default void used(Launch launch, Usage usage) {}

    /// It ended, or never started; its log is complete. The last call for this launch.
    void ended(Launch launch, Outcome outcome, Instant at);
}
