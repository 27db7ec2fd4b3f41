package dev.supertask.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;

import dev.supertask.wire.Json;
import dev.supertask.wire.RunDetailJson;
import dev.supertask.wire.RunJson;
import dev.supertask.wire.StepJson;
import org.jspecify.annotations.Nullable;

/// Everything about one run, for people.
///
/// @param program who asks
/// @param detail the run
record RunSheet(SupertaskCommand program, RunDetailJson detail) {
    private static final int LONGEST = 200;

    Sheet sheet() {
        RunJson run = detail.run();
        RunRows rows = new RunRows(program.world());
        Sheet sheet = new Sheet(program.ansi()).title(run.id())
                .line("job", run.job() + ", version " + run.version())
                .line("namespace", run.namespace()).line("state", Cell.state(run.state(), ""))
                .line("reason", Objects.requireNonNullElse(run.reason(), "–")).line("trigger", run.trigger())
                .line("scheduled", time(run.scheduledAt())).line("started", time(run.startedAt()))
                .line("finished", time(run.finishedAt())).line("duration", rows.duration(run))
                .line("exit code", rows.exit(run)).line("attempt", Integer.toString(run.attempt()))
                .line("host", run.host());
        Long cpu = detail.cpuMs();
        Long peak = detail.peakKib();
        if (cpu != null) {
            sheet.line("took", Prose.duration(Duration.ofMillis(cpu)) + " of processor time"
                    + (peak == null ? "" : ", " + (peak + 1023) / 1024 + " MiB at its largest"));
        }
        if (!detail.steps().isEmpty()) {
            sheet.lines("steps", detail.steps().stream().map(RunSheet::step).toList());
        }
        run.outputs().forEach((name, value) -> sheet.line("output", name + "=" + shown(value)));
        if (run.progress() != null) {
            sheet.line("progress", run.progress());
        }
        return Files.exists(Path.of(detail.log()))
                ? sheet.line("log", detail.log()).line("", "supertask logs " + run.id())
                : sheet.line("log", "nothing was written");
    }

    private static Cell step(StepJson step) {
        Long took = step.durationMs();
        String rest = (step.exitCode() == null ? "" : ", exit code " + step.exitCode())
                + (took == null ? "" : ", " + Prose.duration(Duration.ofMillis(took)))
                + (step.reason() == null || step.exitCode() != null ? "" : ": " + step.reason());
        return Cell.of(step.step() + " " + step.name() + " · " + step.state() + rest);
    }

    /// As it would be typed, on one line, and not for ever.
    private static String shown(Object value) {
        String text = value instanceof String it ? it : Json.line(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private String time(@Nullable OffsetDateTime time) {
        return time == null ? "–" : Prose.moment(time.toInstant(), program.world());
    }
}
