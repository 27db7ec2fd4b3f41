package dev.supertask.cli;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.run.Trigger;
import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;

/// Runs as people read them.
///
/// @param world whose time and zone
record RunRows(World world) {

    /// A row for each run. What says the same in every row is left out.
    ///
    /// @param survey what was asked
    Table table(List<RunJson> runs, Survey survey) {
        boolean several = runs.stream().map(RunJson::namespace).distinct().count() > 1;
        boolean triggers = runs.stream().anyMatch(run -> !run.trigger().equals(Trigger.SCHEDULE.word()));
        List<String> heads = new ArrayList<>(List.of("run"));
        if (several) {
            heads.add("namespace");
        }
        heads.add("job");
        if (triggers) {
            heads.add("trigger");
        }
        heads.addAll(List.of("time", "duration", "state", "exit", "reason"));
        Table table = new Table(heads);
        for (RunJson run : runs) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(run.id())));
            if (several) {
                row.add(Cell.of(survey.brief(run.namespace())));
            }
            row.add(Cell.of(run.job()));
            if (triggers) {
                row.add(Cell.of(run.trigger()));
            }
            row.addAll(
                    List.of(time(run), duration(run), Cell.state(run.state(), ""), exit(run), reason(run)));
            table.row(row);
        }
        return table;
    }

    /// What it is for; where it is for no occurrence, when it started.
    Cell time(RunJson run) {
        @Nullable
        OffsetDateTime time = run.scheduledAt() != null ? run.scheduledAt() : run.startedAt();
        return time == null ? Cell.NONE : Cell.of(Prose.time(time.toInstant(), world.zone()));
    }

    Cell duration(RunJson run) {
        if (run.durationMs() != null) {
            return Cell.of(Prose.duration(Duration.ofMillis(run.durationMs())));
        }
        if (run.startedAt() == null || run.finishedAt() != null) {
            return Cell.NONE;
        }
        Duration sofar = Duration.between(run.startedAt().toInstant(), world.clock().instant());
        return Cell.of((sofar.isNegative() ? "0 s" : Prose.duration(sofar)) + "…");
    }

    Cell exit(RunJson run) {
        return run.exitCode() == null ? Cell.NONE : Cell.of(run.exitCode().toString());
    }

    private static Cell reason(RunJson run) {
        return Cell.of(run.reason() == null ? "" : run.reason());
    }
}
