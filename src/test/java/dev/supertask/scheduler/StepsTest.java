package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Delivery;
import dev.supertask.job.Job;
import dev.supertask.launch.Launch;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.StepResult;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs of jobs with several steps.
class StepsTest {
    @TempDir
    Path folder;

    @Test
    void areLaunchedOneAfterAnotherAndEndTheRunTogether() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("", "load").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            assertEquals(List.of("fetch"), steps(bench));
            bench.launcher.start(run);
            bench.clock.move(Duration.ofSeconds(5));
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.tick();
            assertEquals(List.of("fetch", "load"), steps(bench));
            assertEquals(RunState.RUNNING, bench.run(run).state());
            bench.launcher.start(run);
            bench.clock.move(Duration.ofSeconds(7));
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.tick();
            Run ended = bench.run(run);
            assertEquals(RunState.SUCCEEDED, ended.state());
            assertEquals(0, ended.exitCode());
            assertEquals(1, ended.attempt());
            assertEquals(Duration.ofSeconds(12), ended.duration().orElseThrow());
            assertEquals(List.of("started a", "ended a succeeded"), bench.told);
            assertEquals(List.of("1 fetch succeeded 0 PT5S", "2 load succeeded 0 PT7S"), results(bench, run));
            assertEquals(List.of(run, run), bench.launcher.settled(), "each may be forgotten");
        }
    }

    @Test
    void theEndOfAStepIsOnTheDiskBeforeTheNextOneIsLaunched() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("", "load").build())) {
            List<Integer> recorded = new ArrayList<>();
            bench.launcher.onLaunch(launch -> recorded
                    .add(bench.temp.query("select step from run_step where run_id = '" + launch.run() + "'").size()));
            bench.tickAt("13:00:00");
            bench.end(bench.only(), 0);
            assertEquals(List.of(0, 1), recorded);
        }
    }

    @Test
    void aFailureEndsTheRunAfterThoseThatAreForIt() throws IOException {
        Job job = hourly().step("", "fetch").step("", "load").step("if: failure", "mail").step("if: always", "clean")
                .step("if: false", "old").step("", "report").build();
        try (Bench bench = new Bench(folder, job)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.end(run, 3);
            bench.end(run, 4);
            bench.end(run, 0);
            assertEquals(List.of("fetch", "mail", "clean"), steps(bench));
            assertEquals(RunState.FAILED, bench.run(run).state());
            assertEquals(3, bench.run(run).exitCode());
            assertEquals("step \"fetch\": exit code 3", bench.run(run).reason());
            assertEquals(List.of("""
                    == step 1 of 6: fetch ==
                    """, """
                    == step 2 of 6: load == skipped: step "fetch" failed
                    == step 3 of 6: mail ==
                    """, """
                    == step 4 of 6: clean ==
                    """), bench.launcher.launched().stream().map(Launch::heading).toList());
            assertEquals("""
                    == step 5 of 6: old == skipped: its timetable says "if: false"
                    == step 6 of 6: report == skipped: step "fetch" failed
                    """, Files.readString(bench.temp.store().folder().log(run, 1)));
        }
    }

    @Test
    void whatIsForAFailureIsPassedOverWhereThereIsNone() {
        Job job = hourly().step("", "fetch").step("if: failure", "mail").step("if: always", "clean").build();
        try (Bench bench = new Bench(folder, job)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.end(run, 0);
            bench.end(run, 0);
            assertEquals(List.of("fetch", "clean"), steps(bench));
            assertEquals(RunState.SUCCEEDED, bench.run(run).state());
        }
    }

    @Test
    void aRunWithNothingToLaunchSucceedsAndSaysSoInItsLog() throws IOException {
        try (Bench bench = new Bench(folder, hourly().step("if: false", "old").step("if: failure", "mail").build())) {
            bench.tickAt("13:00:00");
            bench.tick();
            assertEquals(List.of("13:00:00 succeeded"), bench.records("a"));
            assertEquals("""
                    == step 1 of 2: old == skipped: its timetable says "if: false"
                    == step 2 of 2: mail == skipped: no step before it failed
                    """, Files.readString(bench.temp.store().folder().log(bench.runs("a").getFirst().id(), 1)));
        }
    }

    @Test
    void aStepThatCannotBeStartedFailsTheRunLikeAnyOther() {
        try (Bench bench = new Bench(folder,
                hourly().step("", "fetch").step("", "load").step("if: failure", "mail").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.end(run, 0);
            bench.launcher.end(run, new Outcome.NotStarted(127, "no program \"load\""));
            bench.tick();
            bench.end(run, 0);
            assertEquals(List.of("fetch", "load", "mail"), steps(bench));
            assertEquals(127, bench.run(run).exitCode());
            assertEquals("step \"load\": no program \"load\"", bench.run(run).reason());
        }
    }

    @Test
    void theTimeoutIsForAllOfThemTogetherAndNoneIsStartedAfterIt() {
        Job job = hourly().timeout(Duration.ofSeconds(90)).step("", "fetch").step("", "load")
                .step("if: always", "clean")
                .build();
        try (Bench bench = new Bench(folder, job)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tick();
            bench.clock.move(Duration.ofSeconds(60));
            bench.end(run, 0);
            bench.launcher.start(run);
            bench.tickAt("13:01:29");
            assertEquals(List.of(), bench.launcher.stops());
            bench.tickAt("13:01:30");
            assertEquals(1, bench.launcher.stops().size());
            bench.launcher.end(run, new Outcome.Signalled(15));
            bench.tick();
            assertEquals(List.of("fetch", "load"), steps(bench));
            assertEquals(RunState.TIMED_OUT, bench.run(run).state());
            assertEquals(143, bench.run(run).exitCode());
            assertEquals("took longer than its timeout of 1m30s", bench.run(run).reason());
        }
    }

    @Test
    void noneIsStartedWhoseTimeIsOverAlready() {
        Job job = hourly().timeout(Duration.ofSeconds(90)).step("", "fetch").step("", "load").build();
        try (Bench bench = new Bench(folder, job)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tick();
            bench.clock.move(Duration.ofSeconds(91));
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.tick();
            bench.tick();
            assertEquals(List.of("fetch"), steps(bench));
            assertEquals(RunState.TIMED_OUT, bench.run(run).state());
        }
    }

    @Test
    void aStopEndsTheOneThatRunsAndStartsNoOther() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("if: always", "clean").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tick();
            bench.scheduler.stopRuns("stopped by ada", false);
            bench.launcher.end(run, new Outcome.Signalled(15));
            bench.tick();
            assertEquals(List.of("fetch"), steps(bench));
            assertEquals(RunState.STOPPED, bench.run(run).state());
            assertEquals("stopped by ada", bench.run(run).reason());
        }
    }

    @Test
    void aRunThatIsInItsFirstStepGoesOnWhereNothingNewIsStarted() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("", "load").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.scheduler.startNothingNew();
            bench.end(run, 0);
            bench.end(run, 0);
            assertEquals(List.of("fetch", "load"), steps(bench));
            assertEquals(RunState.SUCCEEDED, bench.run(run).state());
        }
    }

    @Test
    void theNextSchedulerGoesOnWithTheStepThatRuns() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("", "load").step("", "tell").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.end(run, 0);
            bench.launcher.start(run);
            bench.restartScheduler();
            assertEquals(List.of(run), bench.launcher.adopted());
            bench.tick();
            assertEquals(List.of("fetch", "load"), steps(bench));
            bench.clock.move(Duration.ofSeconds(3));
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.tick();
            bench.end(run, 0);
            assertEquals(List.of("fetch", "load", "tell"), steps(bench));
            assertEquals(List.of("1 fetch succeeded 0 PT0S", "2 load succeeded 0 PT3S", "3 tell succeeded 0 PT0S"),
                    results(bench, run));
            assertEquals(List.of("started a", "ended a succeeded"), bench.told);
        }
    }

    @Test
    void theNextSchedulerLaunchesTheStepAfterOneThatEndedWhileNobodyLooked() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("", "load").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.launcher.watchersDie();
            bench.clock.move(Duration.ofSeconds(20));
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.restartScheduler();
            assertEquals(List.of("1 fetch succeeded 0 PT20S"), results(bench, run));
            assertEquals(List.of(run), bench.launcher.expected(), "a keeper may have been asked for the next one");
            bench.tick();
            assertEquals(List.of("fetch", "load"), steps(bench));
            bench.end(run, 0);
            assertEquals(List.of("13:00:00 succeeded"), bench.records("a"));
            assertEquals(1, bench.run(run).attempt());
        }
    }

    @Test
    void theNextSchedulerEndsARunWhoseLastStepEndedWhileNobodyLooked() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("", "load").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.end(run, 0);
            bench.launcher.watchersDie();
            bench.launcher.start(run);
            bench.launcher.end(run, new Outcome.Exited(9));
            bench.restartScheduler();
            assertEquals("step \"load\": exit code 9", bench.run(run).reason());
            assertEquals(List.of("started a", "ended a failed"), bench.told);
            assertEquals(List.of("fetch", "load"), steps(bench));
        }
    }

    @Test
    void aVisitorRecordsTheStepThatEndedAndLeavesTheRestToTheNextScheduler() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("", "load").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tick();
            bench.launcher.watchersDie();
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.temp.reopen();
            Recovery.settle(bench.temp.store(), bench.clock.instant());
            assertEquals(List.of("1 fetch succeeded 0 PT0S"), results(bench, run));
            assertEquals(RunState.RUNNING, bench.run(run).state());
            bench.restartScheduler();
            bench.tick();
            assertEquals(List.of("fetch", "load"), steps(bench));
        }
    }

    @Test
    void theStepsAreThoseOfTheVersionThatRuns() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("", "load").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tick();
            bench.launcher.watchersDie();
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.apply(hourly().step("", "fetch").step("", "other").build());
            bench.restartScheduler();
            bench.tick();
            assertEquals(List.of("fetch", "load"), steps(bench));
        }
    }

    @Test
    void aStepThatWasDueWhenTheMachineDiedIsNotStartedAgain() {
        try (Bench bench = new Bench(folder, hourly().step("", "fetch").step("if: always", "clean").build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.end(run, 0);
            bench.bootMachine("boot-2");
            bench.tick();
            assertEquals(List.of("fetch", "clean"), steps(bench));
            assertEquals(RunState.LOST, bench.run(run).state());
            assertEquals("step \"clean\": the machine was restarted while it ran", bench.run(run).reason());
        }
    }

    @Test
    void aRunThatIsDeliveredAtLeastOnceBeginsAgainWithItsFirstStep() {
        Job job = hourly().delivery(Delivery.AT_LEAST_ONCE).step("", "fetch").step("", "load").build();
        try (Bench bench = new Bench(folder, job)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.end(run, 0);
            bench.launcher.start(run);
            bench.restart();
            bench.tick();
            bench.tick();
            assertEquals(List.of("fetch", "load", "fetch"), steps(bench));
            bench.end(run, 0);
            bench.end(run, 0);
            assertEquals(2, bench.run(run).attempt());
            assertEquals(List.of("13:00:00 succeeded"), bench.records("a"));
        }
    }

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

    private static Jobs hourly() {
        return Jobs.named("a").when("@every 1h");
    }

    private static Path output(Bench bench) {
        return Path.of(String.valueOf(bench.launcher.launched().getLast().command().env().get("SUPERTASK_OUTPUT")));
    }

    private static void giveOut(Bench bench, String text) throws IOException {
        Files.createDirectories(output(bench).getParent());
        Files.writeString(output(bench), text);
    }

    /// What was launched: the shell text of each is its name.
    private static List<String> steps(Bench bench) {
        return bench.launcher.launched().stream().map(launch -> launch.command().argv().getLast()).toList();
    }

    private static List<String> results(Bench bench, RunId run) {
        return bench.temp.store().plan(bench.run(run)).done().stream().map(StepsTest::words).toList();
    }

    private static String words(StepResult step) {
        return step.step() + " " + step.name() + " " + step.state().word() + " " + step.exitCode() + " "
                + step.duration();
    }
}
