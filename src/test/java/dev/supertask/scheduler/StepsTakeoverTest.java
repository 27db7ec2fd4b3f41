package dev.supertask.scheduler;

import static dev.supertask.scheduler.Stepped.hourly;
import static dev.supertask.scheduler.Stepped.results;
import static dev.supertask.scheduler.Stepped.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.supertask.job.Delivery;
import dev.supertask.job.Job;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of runs with several steps when their scheduler, or the machine, is gone.
class StepsTakeoverTest {
    @TempDir
    Path folder;

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
}
