package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Delivery;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
    private static final Outcome LOST = new Outcome.Lost("its keeper died");

    @TempDir
    Path folder;

    @Test
    void atMostOnceALostRunIsLostAndNotRunAgain() {
        try (Bench bench = bench(Delivery.AT_MOST_ONCE)) {
            RunId run = launchAndLose(bench);
            assertEquals(RunState.LOST, bench.run(run).state());
            assertEquals("its keeper died", bench.run(run).reason());
            bench.restart();
            bench.tick();
            assertEquals(1, bench.launched().size());
            assertTrue(bench.told.contains("ended a lost"));
        }
    }

    @Test
    void atLeastOnceALostRunIsRunAgainAsTheSecondAttemptOfTheSameRun() {
        try (Bench bench = bench(Delivery.AT_LEAST_ONCE)) {
            RunId run = launchAndLose(bench);
            assertEquals(RunState.QUEUED, bench.run(run).state());
            assertEquals("its keeper died", bench.run(run).reason());
            assertEquals(List.of("started a", "again a"), bench.told);
            assertEquals(List.of(run), bench.launcher.settled(), "the first attempt may be forgotten");
            assertEquals(List.of(run + " 1", run + " 2"), attempts(bench));
            bench.end(run, 0);
            Run ended = bench.run(run);
            assertEquals(RunState.SUCCEEDED, ended.state());
            assertEquals(2, ended.attempt());
            assertEquals(1, bench.runs("a").size());
        }
    }

    @Test
    void whatIsToBeRunAgainStaysOpenForTheNextScheduler() {
        try (Bench bench = bench(Delivery.AT_LEAST_ONCE)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.scheduler.startNothingNew();
            bench.launcher.end(run, LOST);
            bench.tick();
            assertTrue(bench.scheduler.finished());
            assertEquals(1, bench.run(run).attempt());
            for (int times = 0; times < 2; times++) {
                bench.restartScheduler();
                bench.tick();
            }
            assertEquals(List.of(run + " 1", run + " 2"), attempts(bench));
            bench.end(run, 0);
            assertEquals(List.of("13:00:00 succeeded"), bench.records("a"));
        }
    }

    @Test
    void whatDiedWithItsKeeperWhileNobodyLookedIsRunAgain() {
        try (Bench bench = bench(Delivery.AT_LEAST_ONCE)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tick();
            bench.restart();
            bench.tick();
            assertEquals(List.of(run + " 1", run + " 2"), attempts(bench));
        }
    }

    @Test
    void whatDiedWithTheMachineIsRunAgain() {
        try (Bench bench = bench(Delivery.AT_LEAST_ONCE)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tick();
            bench.bootMachine("boot-2");
            assertEquals("the machine was restarted while it ran", bench.run(run).reason());
            bench.tick();
            assertEquals(List.of(run + " 1", run + " 2"), attempts(bench));
            bench.end(run, 0);
            assertEquals(2, bench.run(run).attempt());
        }
    }

    @Test
    void whatWeStoppedAndThenLostIsNotRunAgain() {
        try (Bench bench = bench(Delivery.AT_LEAST_ONCE)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tick();
            bench.scheduler.stopRuns("enough", false);
            bench.launcher.end(run, LOST);
            bench.tick();
            assertEquals(RunState.STOPPED, bench.run(run).state());
            assertEquals(1, bench.launched().size());
        }
    }

    @Test
    void anotherAttemptComesBeforeWhatWaitsForIt() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 10m").delivery(Delivery.AT_LEAST_ONCE)
                .catchUp(CatchUp.Mode.ALL, Duration.ofDays(1)).build())) {
            bench.clock.move(Duration.ofMinutes(35));
            bench.restart();
            bench.tick();
            RunId first = bench.only();
            bench.launcher.start(first);
            bench.launcher.end(first, LOST);
            bench.tick();
            assertEquals(first, bench.only());
            for (int times = 0; times < 3; times++) {
                assertEquals(1, bench.launcher.live().size());
                bench.endAll();
            }
            assertEquals(List.of("12:10:00 succeeded", "12:20:00 succeeded", "12:30:00 succeeded"),
                    bench.records("a"));
            assertEquals(4, bench.launched().size());
        }
    }

    private Bench bench(Delivery delivery) {
        return new Bench(folder, Jobs.named("a").when("@every 1h").delivery(delivery).build());
    }

    private static RunId launchAndLose(Bench bench) {
        bench.tickAt("13:00:00");
        RunId run = bench.only();
        bench.launcher.start(run);
        bench.launcher.end(run, LOST);
        bench.tick();
        return run;
    }

    private static List<String> attempts(Bench bench) {
        return bench.launcher.launched().stream().map(launch -> launch.run() + " " + launch.attempt()).toList();
    }
}
