package dev.supertask.job;

import org.jspecify.annotations.Nullable;

/// How a job's runs share room with each other and with those of other jobs.
///
/// @param overlap what becomes of an occurrence that is due while an earlier run of the job goes on
/// @param maxQueue how many may wait at most, at least 1; a further one is skipped. Null: as many as like
/// @param group the jobs with which it shares places, or null
/// @param priority of those that wait, the ones with the highest go first; then the oldest
public record Concurrency(Overlap overlap, @Nullable Integer maxQueue, @Nullable Group group, int priority) {
    /// What holds where a timetable says nothing: what overlaps is skipped, no group, priority 0.
    public static final Concurrency DEFAULT = new Concurrency(Overlap.SKIP, null, null, 0);

    /// Checks the length of the queue.
    public Concurrency {
        if (maxQueue != null && maxQueue < 1) {
            throw new IllegalArgumentException("a queue of " + maxQueue);
        }
    }
}
