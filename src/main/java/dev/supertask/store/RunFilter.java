package dev.supertask.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.supertask.run.RunState;
import org.jspecify.annotations.Nullable;

/// Which runs a listing is about.
///
/// @param jobs names, with `*` for any characters; empty: all
/// @param states empty: all
/// @param since only runs that started (else: were due, else: ended) at or after this moment; null: all
/// @param limit at most so many, the newest ones
public record RunFilter(List<String> jobs, Set<RunState> states, @Nullable Instant since, int limit) {

    /// Copies the lists.
    public RunFilter {
        jobs = List.copyOf(jobs);
        states = Set.copyOf(states);
        if (limit < 0) {
            throw new IllegalArgumentException("a limit under 0: " + limit);
        }
    }

    /// The newest runs of one job.
    public static RunFilter ofJob(String job, int limit) {
        return new RunFilter(List.of(job), Set.of(), null, limit);
    }
}
