package dev.supertask.scheduler;

import static dev.supertask.scheduler.Stepped.hourly;
import static dev.supertask.scheduler.Stepped.results;
import static dev.supertask.scheduler.Stepped.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.job.Job;
import dev.supertask.launch.Launch;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
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
}
