package dev.supertask.store;

import java.time.Instant;
import java.util.List;

import dev.supertask.run.Run;
import org.jspecify.annotations.Nullable;

/// One job's step forward in time: the records of the occurrences up to a point, written together with
/// that point.
///
/// @param jobId the job's number
/// @param runs the records: to be launched, skipped, missed; may be empty
/// @param plannedThrough every occurrence up to here has its record now
/// @param nextAt the next occurrence, or null
/// @param bootId the boot whose start-up occurrence has its record now
public record Claim(long jobId, List<Run> runs, Instant plannedThrough, @Nullable Instant nextAt, String bootId) {

    /// Copies the runs.
    public Claim {
        runs = List.copyOf(runs);
    }
}
