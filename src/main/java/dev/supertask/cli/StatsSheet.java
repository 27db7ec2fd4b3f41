package dev.supertask.cli;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.run.RunState;
import dev.supertask.wire.SpreadJson;
import dev.supertask.wire.StatisticsJson;
import org.jspecify.annotations.Nullable;

/// How the runs of one job went, for people.
///
/// @param program who asks
/// @param job what is known of it
record StatsSheet(SupertaskCommand program, StatisticsJson job) {
    private static final int LABELS = 14;

    Sheet sheet() {
        Sheet sheet = new Sheet(program.ansi(), LABELS).title(job.job()).line("namespace", job.namespace())
                .line("runs", runs());
        counts().forEach((state, count) -> sheet.line(state.word(), count(state, count)));
        if (job.retried() > 0) {
            sheet.line("retried", Integer.toString(job.retried()));
        }
        sheet.line("duration", spread(job.durationMs(), "of those that succeeded"))
                .line("lateness", spread(job.latenessMs(), "of those that were triggered in time"));
        StatisticsJson.FailureJson failure = job.lastFailure();
        if (failure != null) {
            sheet.line("last failure", failure.id() + "  " + Prose.moment(failure.at().toInstant(), program.world()))
                    .line("", Cell.state(failure.state(), failure.reason() == null ? "" : ": " + failure.reason()));
        }
        if (!job.lastRuns().isEmpty()) {
            sheet.lines("last runs", List.of(Strip.of(job.lastRuns()), Strip.legend(job.lastRuns().stream())));
        }
        return sheet;
    }

    private String runs() {
        OffsetDateTime since = job.since();
        return since == null
                ? "none"
                : "the last " + job.runs() + ", since " + Prose.moment(since.toInstant(), program.world());
    }

    /// Those that occur, in the order of their lives.
    private Map<RunState, Integer> counts() {
        Map<RunState, Integer> all = new EnumMap<>(Map.of(RunState.QUEUED, job.queued(), RunState.RUNNING,
                job.running(), RunState.SUCCEEDED, job.succeeded(), RunState.FAILED, job.failed(), RunState.TIMED_OUT,
                job.timedOut(), RunState.STOPPED, job.stopped(), RunState.LOST, job.lost(), RunState.SKIPPED,
                job.skipped(), RunState.MISSED, job.missed()));
        all.values().removeIf(count -> count == 0);
        return all;
    }

    private String count(RunState state, int count) {
        return state == RunState.SUCCEEDED ? count + ", " + StatsRows.rate(job).text() : Integer.toString(count);
    }

    private static String spread(@Nullable SpreadJson spread, String whose) {
        return spread == null
                ? "–"
                : Stream.of("p50 " + words(spread.p50()), "p90 " + words(spread.p90()), "p99 " + words(spread.p99()),
                        "max " + words(spread.max())).collect(Collectors.joining(" · "))
                        + " (" + whose + ")";
    }

    private static String words(long ms) {
        return Prose.duration(Duration.ofMillis(ms));
    }
}
