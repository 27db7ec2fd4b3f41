package dev.supertask.scheduler;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

import dev.supertask.run.StepPlan;

/// The lines of ours in the log of a job whose steps have names: one before each step's section, and one for each step
/// that is passed over.
final class StepLog {
    private static final Logger LOG = System.getLogger(StepLog.class.getName());

    private StepLog() {}

    /// What comes before the output of the step that is next; nothing where it has the log to itself.
    static String heading(StepPlan plan) {
        return plan.isOfOne()
                ? ""
                : skips(plan)
                        + plan.next().map(number -> title(plan, number, plan.step(number).name()) + "\n").orElse("");
    }

    /// The lines of the steps that are passed over before the next one, or before the end.
    static String skips(StepPlan plan) {
        return plan.skips().stream()
                .map(skip -> title(plan, skip.number(), skip.step().name()) + " skipped: " + skip.why() + "\n")
                .collect(Collectors.joining());
    }

    private static String title(StepPlan plan, int number, String name) {
        return "== step " + number + " of " + plan.steps().size() + ": " + name + " ==";
    }

    /// Lines that Supertask says, one each.
    static String notes(List<String> notes) {
        return notes.stream().map(note -> "supertask: " + note + "\n").collect(Collectors.joining());
    }

    /// Appends to a log that nobody writes to. That it cannot be written must not fail the run.
    static void append(Path log, String lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(lines.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot write log \"" + log + "\": " + e.getMessage());
        }
    }
}
