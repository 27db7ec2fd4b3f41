package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Refusal;

/// Reads the timetables of tests, all in the same surroundings.
final class Texts {
    static final Surroundings AROUND = new Surroundings(Path.of("/srv/ops"), ZoneId.of("Europe/Berlin"),
            Map.of("HOME", "/home/ada", "DB_HOST", "db1"));

    private Texts() {}

    static Timetable read(String text) {
        return TimetableText.read("supertask.yaml", text, AROUND);
    }

    /// That a text is refused with exactly these words, in which `{the keys of jobs}`, `{the keys of defaults}` and
    /// `{the keys of steps}` stand for all of them.
    static void refused(String text, String words) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(text));
        String expected = words.stripTrailing().replace("{the keys of jobs}", Keys.JOB.list())
                .replace("{the keys of defaults}", Keys.DEFAULTS.list())
                .replace("{the keys of steps}", Keys.STEP.list());
        assertEquals(expected, refusal.getMessage());
        assertEquals(ExitCode.MISTAKE, refusal.exitCode());
    }
}
