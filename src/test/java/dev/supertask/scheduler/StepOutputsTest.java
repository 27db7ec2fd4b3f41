package dev.supertask.scheduler;

import static dev.supertask.scheduler.Stepped.giveOut;
import static dev.supertask.scheduler.Stepped.hourly;
import static dev.supertask.scheduler.Stepped.output;
import static dev.supertask.scheduler.Stepped.results;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.supertask.launch.Launch;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What steps give out, and their logs.
class StepOutputsTest {
    @TempDir
    Path folder;

    @Test
    void laterStepsSeeWhatEarlierOnesGaveOut() throws IOException {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch it").step("", "load").step("", "tell").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            giveOut(bench, "count=5\ntext<<END\na\nb=c\nEND\n");
            bench.end(run, 0);
            giveOut(bench, "row-count=4\n");
            bench.restartScheduler();
            bench.end(run, 0);
            Map<String, String> env = bench.launcher.launched().getLast().command().env();
            assertEquals("5", env.get("SUPERTASK_STEP_FETCH_IT_COUNT"));
            assertEquals("a\nb=c", env.get("SUPERTASK_STEP_FETCH_IT_TEXT"));
            assertEquals("4", env.get("SUPERTASK_STEP_LOAD_ROW_COUNT"));
            assertEquals("tell", env.get("SUPERTASK_STEP"));
            assertEquals("1", env.get("SUPERTASK_ATTEMPT"));
        }
    }

    @Test
    void whatIsTooLongForAVariableIsToldAndNotHandedOver() throws IOException {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("", "load").build())) {
            bench.tickAt("13:00:00");
            giveOut(bench, "x=" + "a".repeat(200_000) + "\n");
            Path file = output(bench);
            bench.end(bench.only(), 0);
            Launch load = bench.launcher.launched().getLast();
            assertFalse(load.command().env().containsKey("SUPERTASK_STEP_FETCH_X"));
            assertEquals("== step 2 of 2: load ==\nsupertask: the output \"x\" of step \"fetch\" is too long for a "
                    + "variable (200000 bytes) · read it from \"" + file + "\"\n", load.heading());
        }
    }

    @Test
    void whatCannotBeReadOfItsOutputsFailsNoRunAndIsTold() throws IOException {
        try (Bench bench = new Bench(folder, hourly().build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            giveOut(bench, "a=1\nnonsense\n");
            bench.end(run, 0);
            assertEquals(RunState.SUCCEEDED, bench.run(run).state());
            assertEquals("what it wrote to SUPERTASK_OUTPUT could not all be read: see the end of its log",
                    bench.run(run).reason());
            assertEquals("supertask: SUPERTASK_OUTPUT: line 2: \"nonsense\" is no name=value\n",
                    Files.readString(bench.temp.store().folder().log(run, 1)));
        }
    }

    @Test
    void aJobOfOneStepHasItsLogToItself() {
        try (Bench bench = new Bench(folder, hourly().build())) {
            bench.tickAt("13:00:00");
            assertEquals("", bench.launcher.launched().getFirst().heading());
            bench.end(bench.only(), 3);
            Run run = bench.runs("a").getFirst();
            assertEquals("exit code 3", run.reason());
            assertEquals(List.of(), results(bench, run.id()));
        }
    }
}
