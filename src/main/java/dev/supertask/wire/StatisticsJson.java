package dev.supertask.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import dev.supertask.operations.JobStatistics;
import dev.supertask.operations.Spread;
import dev.supertask.run.RunState;
import dev.supertask.store.RunSample;
import org.jspecify.annotations.Nullable;

/// How the newest runs of a job went, as programs see it.
///
/// @param runs how many runs were looked at
/// @param since when the oldest of them was, or null
/// @param retried how many of them took more than one attempt
/// @param successRate the share of `succeeded` in all that ended but `skipped` and `missed`, from 0 to 1, never
///        rounded up; null where there is none
/// @param durationMs of runs that succeeded, or null
/// @param latenessMs of runs that their schedule triggered in time, or null
/// @param lastFailure the newest run that failed, timed out or was lost, or null
/// @param lastRuns the states of the newest thirty, oldest first
public record StatisticsJson(String namespace, String job, int runs, @Nullable OffsetDateTime since, int queued,
        int running, int succeeded, int failed, int timedOut, int stopped, int lost, int skipped, int missed,
        int retried, @Nullable Double successRate, @Nullable SpreadJson durationMs, @Nullable SpreadJson latenessMs,
        @Nullable FailureJson lastFailure, List<String> lastRuns) {
    private static final int PLACES = 4;

    /// The last failure of a job.
    ///
    /// @param at when it was launched; else when it was due
    public record FailureJson(String id, String state, OffsetDateTime at, @Nullable String reason) {}

    /// The form of a value of ours.
    ///
    /// @param zone in which times are told
    public static StatisticsJson of(String namespace, JobStatistics of, ZoneId zone) {
        return new StatisticsJson(namespace, of.job(), of.runs(), Times.atOrNull(of.oldest(), zone),
                count(of, RunState.QUEUED), count(of, RunState.RUNNING), count(of, RunState.SUCCEEDED),
                count(of, RunState.FAILED), count(of, RunState.TIMED_OUT), count(of, RunState.STOPPED),
                count(of, RunState.LOST), count(of, RunState.SKIPPED), count(of, RunState.MISSED), of.retried(),
                rate(of), spread(of.duration()), spread(of.lateness()), failure(of.lastFailure(), zone),
                of.strip().stream().map(RunState::word).toList());
    }

    private static int count(JobStatistics of, RunState state) {
        return of.counts().getOrDefault(state, 0);
    }

    private static @Nullable Double rate(JobStatistics of) {
        long good = count(of, RunState.SUCCEEDED);
        long ended = good + count(of, RunState.FAILED) + count(of, RunState.TIMED_OUT) + count(of, RunState.STOPPED)
                + count(of, RunState.LOST);
        return ended == 0
                ? null
                : Double.valueOf(BigDecimal.valueOf(good)
                        .divide(BigDecimal.valueOf(ended), PLACES, RoundingMode.FLOOR).doubleValue());
    }

    private static @Nullable SpreadJson spread(@Nullable Spread spread) {
        return spread == null ? null : SpreadJson.of(spread);
    }

    private static @Nullable FailureJson failure(@Nullable RunSample run, ZoneId zone) {
        return run == null
                ? null
                : new FailureJson(run.id().text(), run.state().word(), Times.at(run.time(), zone), run.reason());
    }
}
