package dev.supertask.process.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.supertask.keeper.CrashPoint;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;
import dev.supertask.wire.RunJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A scheduler that dies in a step, or between two, loses none and starts none twice.
@Timeout(180)
class StepCrashTest {
    private static final String TIMETABLE = """
            namespace: ops
            jobs:
              report:
                when: once
                steps:
                  - {name: fetch, run: 'echo fetch >> started; %s; echo n=5 >> "$SUPERTASK_OUTPUT"; exit 3'}
                  - {name: load, run: echo load >> started}
                  - {name: mail, if: failure, run: 'echo "mail $SUPERTASK_STEP_FETCH_N" >> started; echo mailed'}
                  - {name: clean, if: always, run: echo clean >> started}
            """;

    @TempDir
    private Path folder;
    private Site site;

    @BeforeEach
    void aSite() {
        site = new Site(folder);
    }

    @Test
    void whoseSchedulerIsKilledInTheFirstStepGoOnWithTheNextOnes() throws Exception {
        site.write("supertask.yaml", TIMETABLE.formatted("until [ -e go ]; do sleep 0.1; done"));
        try (RunningProgram first = site.run()) {
            Waiting.until("the first step runs", () -> started().equals(List.of("fetch")));
            Site.kill(first);
        }
        Files.createFile(site.work().resolve("go"));
        theNextSchedulerEndsIt();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_STEP_END", "AFTER_STEP_END", "BEFORE_LAUNCH", "AFTER_LAUNCH", "BEFORE_FINISH"})
    void whoseSchedulerDiesAtAPointBetweenThemGoOnThere(CrashPoint point) throws Exception {
        site.write("supertask.yaml", TIMETABLE.formatted(":"));
        boolean ofLaunch = point == CrashPoint.BEFORE_LAUNCH || point == CrashPoint.AFTER_LAUNCH;
        try (RunningProgram first = site.runUntil(point, ofLaunch ? 2 : 1)) {
            assertEquals(137, first.result().exit(), first::err);
        }
        theNextSchedulerEndsIt();
    }

    @ParameterizedTest
    @EnumSource(names = {"AFTER_INTENT", "BEFORE_EXIT_RECORD"})
    void whoseKeeperDiesInALaterOneAreLost(CrashPoint point) throws Exception {
        site.write("supertask.yaml", TIMETABLE.formatted(":").replace("exit 3", "exit 0"));
        try (RunningProgram first = site.runUntil(point, 2)) {
            assertEquals(1, first.result().exit(), first::err);
        }
        RunJson run = site.onlyRun("ops", "report");
        assertEquals("lost", run.state());
        assertTrue(String.valueOf(run.reason()).startsWith("step \"load\": its keeper (process "), run::toString);
        assertEquals("fetch", started().getFirst());
        assertFalse(started().contains("clean"), "no step is started after one that is lost");
    }

    private void theNextSchedulerEndsIt() throws Exception {
        try (RunningProgram next = site.run()) {
            assertEquals(1, next.result().exit(), next::err);
        }
        assertEquals(List.of("fetch", "mail 5", "clean"), started());
        RunJson run = site.onlyRun("ops", "report");
        assertEquals("failed 3 1 step \"fetch\": exit code 3",
                run.state() + " " + run.exitCode() + " " + run.attempt() + " " + run.reason());
        assertEquals("""
                == step 1 of 4: fetch ==
                == step 2 of 4: load == skipped: step "fetch" failed
                == step 3 of 4: mail ==
                mailed
                == step 4 of 4: clean ==
                """, site.log(run, 1));
        site.nothingIsLeft();
    }

    private List<String> started() throws Exception {
        Path file = site.work().resolve("started");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
