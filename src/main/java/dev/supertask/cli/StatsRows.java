package dev.supertask.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import dev.supertask.wire.SpreadJson;
import dev.supertask.wire.StatisticsJson;
import org.jspecify.annotations.Nullable;

/// Statistics as people read them, a row for each job.
///
/// @param survey what was asked
record StatsRows(Survey survey) {
    /// So many runs of a job leave room for the other columns.
    private static final int STRIP = 20;

    Table table(List<StatisticsJson> jobs) {
        boolean several = jobs.stream().map(StatisticsJson::namespace).distinct().count() > 1;
        List<String> heads = new ArrayList<>(
                List.of("job", "runs", "success", "last runs", "p50", "p99", "max", "late p99"));
        if (several) {
            heads.addFirst("namespace");
        }
        Table table = new Table(heads);
        for (StatisticsJson job : jobs) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(job.job()), Cell.of(Integer.toString(job.runs())),
                    rate(job), Strip.of(last(job.lastRuns())), time(job.durationMs(), SpreadJson::p50),
                    time(job.durationMs(), SpreadJson::p99), time(job.durationMs(), SpreadJson::max),
                    time(job.latenessMs(), SpreadJson::p99)));
            if (several) {
                row.addFirst(Cell.of(survey.brief(job.namespace())));
            }
            table.row(row);
        }
        return table;
    }

    /// Those of a job's last runs that a row shows.
    static List<String> last(List<String> runs) {
        return runs.subList(Math.max(0, runs.size() - STRIP), runs.size());
    }

    /// Never rounded up: `100 %` means that every one succeeded.
    static Cell rate(StatisticsJson job) {
        Double rate = job.successRate();
        return rate == null
                ? Cell.NONE
                : Cell.of(BigDecimal.valueOf(rate).movePointRight(2).setScale(1, RoundingMode.FLOOR)
                        .stripTrailingZeros().toPlainString() + " %");
    }

    private static Cell time(@Nullable SpreadJson spread, ToLongFunction<SpreadJson> which) {
        return spread == null ? Cell.NONE : Cell.of(Prose.duration(Duration.ofMillis(which.applyAsLong(spread))));
    }
}
