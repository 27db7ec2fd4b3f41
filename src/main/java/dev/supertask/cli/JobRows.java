package dev.supertask.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleSyntaxException;
import dev.supertask.schedule.ScheduleText;
import dev.supertask.wire.JobJson;

/// Jobs as people read them.
///
/// @param world whose time and zone
/// @param survey what was asked
record JobRows(World world, Survey survey) {

    /// A row for each job.
    Table table(List<JobJson> jobs) {
        boolean several = jobs.stream().map(JobJson::namespace).distinct().count() > 1;
        List<String> heads = new ArrayList<>(List.of("job", "schedule", "next", "last"));
        if (several) {
            heads.addFirst("namespace");
        }
        Table table = new Table(heads);
        for (JobJson job : jobs) {
            List<Cell> row = new ArrayList<>(
                    List.of(Cell.of(job.name()), Cell.of(schedules(job)), next(job), last(job)));
            if (several) {
                row.addFirst(Cell.of(survey.brief(job.namespace())));
            }
            table.row(row);
        }
        return table;
    }

    /// In words; with the time zone, where it is not the one of whoever reads this.
    private String schedules(JobJson job) {
        String words = job.schedules().stream().map(JobRows::words).collect(Collectors.joining("; "));
        boolean local = ZoneId.of(job.timezone()).getRules().equals(world.zone().getRules());
        return local ? words : words + " (" + job.timezone() + ")";
    }

    private static String words(String text) {
        try {
            Schedule schedule = ScheduleText.parse(text).schedule();
            return schedule.words();
        } catch (ScheduleSyntaxException e) {
            return text; // a newer program's
        }
    }

    private Cell next(JobJson job) {
        if (!job.enabled()) {
            return Cell.dim("disabled");
        }
        return job.nextRun() == null ? Cell.NONE : Cell.of(Prose.moment(job.nextRun().toInstant(), world));
    }

    private Cell last(JobJson job) {
        JobJson.LastRunJson last = job.lastRun();
        if (last == null) {
            return Cell.NONE;
        }
        Instant start = last.startedAt().toInstant();
        Instant now = world.clock().instant();
        if (last.durationMs() == null) {
            return Cell.state(last.state(), ", started " + Prose.distance(now, start));
        }
        Duration duration = Duration.ofMillis(last.durationMs());
        return Cell.state(last.state(),
                " " + Prose.distance(now, start.plus(duration)) + ", " + Prose.duration(duration));
    }
}
