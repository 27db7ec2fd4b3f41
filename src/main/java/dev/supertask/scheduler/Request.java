package dev.supertask.scheduler;

import java.time.Instant;

/// Something that somebody wants of a live scheduler. It is served on the loop's thread, at the beginning of a tick.
///
/// @param <T> what comes of it
@FunctionalInterface
public interface Request<T> {
    /// Serves it. What it throws is the answer.
    T serve(Scheduler scheduler, Instant now);
}
