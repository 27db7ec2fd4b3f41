package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import dev.supertask.job.LogSettings;
import dev.supertask.keeper.LogForm;
import dev.supertask.run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is in the log of a real program.
class LogTest {
    private static final LogForm TAGGED = LogForms.of(new LogSettings(true, true, 0), ZoneId.of("Europe/Berlin"));
    private static final long LIMIT = 1 << 20;

    private @TempDir Path folder;
    private Launches launches;

    @BeforeEach
    void open() {
        launches = new Launches(folder);
    }

    @AfterEach
    void close() {
        launches.close();
    }

    @Test
    void isWhatAJobAsksFor() {
        ZoneId zone = ZoneId.of("UTC");

        assertEquals(LogForm.PLAIN, LogForms.of(LogSettings.DEFAULT, zone));
        assertEquals(new LogForm(true, zone, 5), LogForms.of(new LogSettings(true, true, 5), zone));
    }

    @Test
    void tellsOutFromErrors() {
        Launch launch = launches.logged(TAGGED,
                "echo one; sleep 0.05; echo two >&2; sleep 0.05; printf three; read line || printf none >&2");

        launches.run(launch);

        assertEquals("""
                2026-11-24T04:00:00.000+01:00 out | one
                2026-11-24T04:00:00.000+01:00 err | two
                2026-11-24T04:00:00.000+01:00 out + three
                2026-11-24T04:00:00.000+01:00 err + none
                """, Launches.output(launch));
    }

    @Test
    void keepsTheLinesOfEachStreamInOrderAndWhole() {
        Launch launch = launches.logged(new LogForm(true, null, 0),
                "(i=0; while [ $i -lt 2000 ]; do echo $i; i=$((i+1)); done) & "
                        + "(i=0; while [ $i -lt 2000 ]; do echo $i >&2; i=$((i+1)); done); wait");

        launches.run(launch);

        for (String stream : List.of("out | ", "err | ")) {
            List<String> lines = Launches.output(launch).lines().filter(line -> line.startsWith(stream)).toList();
            assertEquals(2000, lines.size());
            for (int i = 0; i < 2000; i++) {
                assertEquals(stream + i, lines.get(i));
            }
        }
    }

    @Test
    void isLimitedWhateverIsWritten() {
        flood(20);
    }

    @Test
    @Tag("full")
    void isLimitedWhateverIsWrittenInTwoGigabytes() {
        flood(2048);
    }

    // While somebody else goes on as ever.
    private void flood(long megabytes) {
        Launch launch = launches.logged(new LogForm(false, null, LIMIT),
                "echo first; yes 123456789012345 | head -c " + (megabytes << 20) + "; echo last");
        RecordingWatcher watcher = new RecordingWatcher();
        launches.launcher.launch(launch, watcher);
        assertEquals(new Outcome.Exited(0), launches.run(launches.of("echo", "hello")));
        Launches.until(() -> {
            // The ring is in two places for a moment at the end.
            assertTrue(size(launch) < 2 * LIMIT, () -> "files of " + size(launch));
            return watcher.hasEnded();
        });

        assertEquals(new Outcome.Exited(0), watcher.outcome());
        String log = Launches.output(launch);
        long left = (megabytes << 20) + "first\nlast\n".length() - LIMIT;
        assertTrue(log.startsWith("first\n123456789012345\n"), () -> log.substring(0, 100));
        assertTrue(log.endsWith("123456789012345\nlast\n"), () -> log.substring(log.length() - 100));
        assertTrue(log.contains("[supertask: " + left + " bytes of output are left out here"), "left " + left);
    }

    private static long size(Launch launch) {
        try (Stream<Path> files = Files.list(launch.log().resolveSibling(""))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException notYet) {
            return 0;
        }
    }
}
