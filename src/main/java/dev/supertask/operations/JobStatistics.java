package dev.supertask.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.scheduler.Recovery;
import dev.supertask.store.JobRow;
import dev.supertask.store.RunSample;
import org.jspecify.annotations.Nullable;

/// Tells how the newest runs of jobs went.
///
/// @param job its name
/// @param runs how many runs were looked at, also those that were never launched
/// @param oldest when the oldest of them was, or null
/// @param counts how many of them are in each state that occurs
/// @param retried how many of them took more than one attempt
/// @param duration of those that succeeded: what failed early or was ended at its timeout says nothing of how long the
///        job takes; null where none did
/// @param lateness from the occurrence to the launch, of those that their schedule triggered in time and that were
///        launched at the first attempt; null where there is none
/// @param lastFailure the newest that ended in a state other than `succeeded`, `stopped`, `skipped` and `missed`, or
///        null
/// @param strip the states of the newest [#STRIP], oldest first
public record JobStatistics(String job, int runs, @Nullable Instant oldest, Map<RunState, Integer> counts, int retried,
        @Nullable Spread duration, @Nullable Spread lateness, @Nullable RunSample lastFailure, List<RunState> strip) {
    /// So many runs are told one by one.
    public static final int STRIP = 30;

    /// Copies the lists.
    public JobStatistics {
        counts = Map.copyOf(counts);
        strip = List.copyOf(strip);
    }

    /// The statistics of jobs, by name. A retired job is among them only where it is called by its whole name.
    ///
    /// @param jobs names, with `*` for any characters; empty: all
    /// @param since only of runs since then, as in [dev.supertask.store.RunFilter#since()]; null: all
    /// @param limit of how many runs of each job, the newest, at most
    public static List<JobStatistics> answer(Desk desk, List<String> jobs, @Nullable Instant since, int limit) {
        Recovery.settle(desk.store(), desk.now());
        List<JobRow> live = desk.store().jobs();
        List<JobRow> meant = jobs.isEmpty()
                ? live
                : Stream.concat(live.stream().filter(row -> fits(row.name(), jobs)), retired(desk, jobs)).toList();
        return desk.store().samples(meant, since, limit, (row, samples) -> of(row.name(), samples));
    }

    private static boolean fits(String name, List<String> jobs) {
        return jobs.stream().anyMatch(job -> Pattern
                .matches(Stream.of(job.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), name));
    }

    private static Stream<JobRow> retired(Desk desk, List<String> jobs) {
        return jobs.stream().distinct().flatMap(job -> desk.store().job(job).stream()).map(stored -> stored.row())
                .filter(row -> row.retiredAt() != null);
    }

    /// The statistics of one job's runs.
    ///
    /// @param samples newest first
    public static JobStatistics of(String job, List<RunSample> samples) {
        Map<RunState, Integer> counts = new EnumMap<>(RunState.class);
        samples.forEach(sample -> counts.merge(sample.state(), 1, Integer::sum));
        return new JobStatistics(job, samples.size(), samples.isEmpty() ? null : samples.getLast().time(), counts,
                (int) samples.stream().filter(sample -> sample.attempt() > 1).count(),
                spread(samples.stream().flatMap(sample -> duration(sample).stream())),
                spread(samples.stream().flatMap(sample -> lateness(sample).stream())),
                samples.stream().filter(sample -> isFailure(sample.state())).findFirst().orElse(null),
                samples.stream().limit(STRIP).map(RunSample::state).toList().reversed());
    }

    private static @Nullable Spread spread(Stream<Duration> durations) {
        return Spread.of(durations.toList()).orElse(null);
    }

    /// How long a run that succeeded took.
    static Optional<Duration> duration(RunSample sample) {
        Instant start = sample.startedAt();
        Instant end = sample.finishedAt();
        return sample.state() != RunState.SUCCEEDED || start == null || end == null
                ? Optional.empty()
                : Optional.of(notNegative(Duration.between(start, end)));
    }

    private static Optional<Duration> lateness(RunSample sample) {
        Instant due = sample.scheduledAt();
        Instant start = sample.startedAt();
        // The start of a later attempt says nothing of when the first one was launched.
        return sample.trigger() != Trigger.SCHEDULE || sample.attempt() != 1 || due == null || start == null
                ? Optional.empty()
                : Optional.of(notNegative(Duration.between(due, start)));
    }

    /// A clock that was set back meanwhile makes nothing end before it began.
    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static boolean isFailure(RunState state) {
        return switch (state) {
            case FAILED, TIMED_OUT, LOST -> true;
            case QUEUED, RUNNING, SUCCEEDED, STOPPED, SKIPPED, MISSED -> false;
        };
    }
}
