package dev.supertask.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.wire.JobDetailJson;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.RunJson;

/// Everything about one job, for people.
///
/// @param program who asks
/// @param found the job and where it is
record JobSheet(SupertaskCommand program, Search.Found.OfJob found) {

    Sheet sheet() {
        JobDetailJson detail = found.detail();
        JobJson job = detail.job();
        World world = program.world();
        Sheet sheet = new Sheet(program.ansi())
                .title(job.description().isEmpty() ? job.name() : job.name() + " · " + job.description())
                .line("namespace", job.namespace()).lines("schedule", schedules(detail))
                .line("time zone", job.timezone()).line("enabled", enabled(detail))
                .line("version",
                        job.version() + ", since " + Prose.time(job.updatedAt().toInstant(), world.zone()))
                .lines("next", next(detail)).lines("last runs", runs(detail));
        if (!detail.runs().isEmpty()) {
            sheet.line("logs", "supertask logs " + job.name()).line("",
                    "under " + found.folder().path().resolve("runs"));
        }
        return sheet.block("definition", detail.definition());
    }

    private static List<Cell> schedules(JobDetailJson detail) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < detail.words().size(); i++) {
            cells.add(Cell.of(detail.words().get(i) + " (" + detail.job().schedules().get(i) + ")"));
        }
        return cells;
    }

    private String enabled(JobDetailJson detail) {
        if (detail.retiredAt() != null) {
            return "retired: gone from its timetable since "
                    + Prose.time(detail.retiredAt().toInstant(), program.world().zone());
        }
        return detail.job().enabled() ? "yes" : "no";
    }

    /// In the job's own time zone, which stands above it.
    private List<Cell> next(JobDetailJson detail) {
        ZoneId zone = ZoneId.of(detail.job().timezone());
        Instant now = program.world().clock().instant();
        return detail.next().stream().map(at -> at.toInstant())
                .map(at -> Cell.of(Prose.time(at, zone) + " (" + Prose.distance(now, at) + ")")).toList();
    }

    private List<Cell> runs(JobDetailJson detail) {
        return detail.runs().stream().map(run -> Cell.of(run.id() + "  " + summary(run))).toList();
    }

    private String summary(RunJson run) {
        RunRows rows = new RunRows(program.world());
        String words = rows.time(run).text() + "  " + run.state();
        String duration = run.durationMs() == null ? "" : ", " + rows.duration(run).text();
        return words + duration + (run.reason() == null ? "" : " · " + run.reason());
    }
}
