package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.supertask.job.Job;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.testkit.Jobs;
import dev.supertask.testkit.TempStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeoverTest {
    private static final Job HOURLY = Jobs.named("a").when("@every 1h").timeout(Duration.ofSeconds(90)).build();

    @TempDir
    Path folder;

    @Test
    void whatEndedWhileNobodyLookedHasItsOwnExitCodeAndTime() {
        try (Bench bench = new Bench(folder, HOURLY)) {
            RunId run = launch(bench);
            bench.launcher.watchersDie();
            bench.clock.move(Duration.ofSeconds(20));
            bench.launcher.end(run, new Outcome.Exited(7));
            bench.clock.move(Duration.ofMinutes(5));
            bench.restartScheduler();
            Run ended = bench.run(run);
            assertEquals(RunState.FAILED, ended.state());
            assertEquals(7, ended.exitCode());
            assertEquals(1, ended.attempt());
            assertEquals(Optional.of(Duration.ofSeconds(20)), ended.duration());
            assertEquals(List.of("started a", "ended a failed"), bench.told);
            assertEquals(List.of(), bench.launcher.adopted());
            assertEquals(List.of(run), bench.launcher.settled());
        }
    }

    @Test
    void whatStartedAndEndedWhileNobodyLookedHasItsOwnExitCode() {
        try (Bench bench = new Bench(folder, HOURLY)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.watchersDie();
            bench.launcher.start(run);
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.restartScheduler();
            bench.tick();
            assertEquals(List.of("13:00:00 succeeded"), bench.records("a"));
            assertEquals(1, bench.run(run).attempt());
            assertEquals(1, bench.launched().size());
        }
    }

    @Test
    void whatCouldNotBeStartedWhileNobodyLookedSaysWhy() {
        try (Bench bench = new Bench(folder, HOURLY)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.watchersDie();
            bench.launcher.end(run, new Outcome.NotStarted(127, "no program \"x\""));
            bench.restartScheduler();
            assertEquals(127, bench.run(run).exitCode());
            assertEquals("no program \"x\"", bench.run(run).reason());
        }
    }

    @Test
    void whatGoesOnIsAdoptedAndItsTimeoutCountsFromItsStart() {
        try (Bench bench = new Bench(folder, HOURLY)) {
            RunId run = launch(bench);
            bench.clock.move(Duration.ofSeconds(60));
            bench.restartScheduler();
            assertEquals(List.of(run), bench.launcher.adopted());
            assertEquals(Optional.of(Instant.parse("2026-11-24T13:01:30Z")), bench.tick());
            bench.tickAt("13:01:30");
            assertEquals(List.of(run), bench.launcher.stops().stream().map(stop -> stop.run()).toList());
            bench.launcher.end(run, new Outcome.Signalled(15));
            bench.tick();
            assertEquals(RunState.TIMED_OUT, bench.run(run).state());
            assertEquals(List.of("started a", "ended a timed-out"), bench.told);
        }
    }

    @Test
    void whatGoesOnHindersTheNextOccurrence() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1h").build())) {
            launch(bench);
            bench.restartScheduler();
            bench.tickAt("14:00:00");
            assertEquals(List.of("13:00:00 running", "14:00:00 skipped"), bench.records("a"));
        }
    }

    @Test
    void whatStartedWhileNobodyLookedIsToldAsStarted() {
        try (Bench bench = new Bench(folder, HOURLY)) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.watchersDie();
            bench.launcher.start(run);
            bench.clock.move(Duration.ofSeconds(3));
            bench.restartScheduler();
            assertEquals(RunState.RUNNING, bench.run(run).state());
            assertEquals(Instant.parse("2026-11-24T13:00:00Z"), bench.run(run).startedAt());
            assertEquals(List.of("started a"), bench.told);
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.tick();
            assertEquals(1, bench.run(run).attempt());
        }
    }

    @Test
    void aDecisionToEndARunIsCarriedOut() {
        try (Bench bench = new Bench(folder, HOURLY)) {
            RunId run = launch(bench);
            bench.tickAt("13:01:30");
            assertEquals(1, bench.launcher.stops().size());
            bench.restartScheduler();
            assertEquals(2, bench.launcher.stops().size());
            bench.launcher.end(run, new Outcome.Signalled(9));
            bench.tick();
            assertEquals(RunState.TIMED_OUT, bench.run(run).state());
            assertEquals("took longer than its timeout of 1m30s", bench.run(run).reason());
        }
    }

    @Test
    void aDecisionToEndARunHoldsForOneThatEndedWhileNobodyLooked() {
        try (Bench bench = new Bench(folder, HOURLY)) {
            RunId run = launch(bench);
            bench.tickAt("13:01:30");
            bench.launcher.watchersDie();
            bench.launcher.end(run, new Outcome.Exited(3));
            bench.restartScheduler();
            assertEquals(RunState.TIMED_OUT, bench.run(run).state());
            assertEquals(3, bench.run(run).exitCode());
        }
    }

    @Test
    void whatWasClaimedAndNeverLaunchedIsLaunchedOnce() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1h").build(),
                Jobs.named("b").when("@every 1h").build())) {
            bench.limitRuns(1);
            bench.tickAt("13:00:00");
            String waiting = bench.run(bench.only()).job().equals("a") ? "b" : "a";
            assertEquals(List.of("13:00:00 queued"), bench.records(waiting));
            bench.restartScheduler();
            assertEquals(List.of("13:00:00 queued"), bench.records(waiting), "the keeper may have been asked for it");
            assertEquals(List.of(bench.runs(waiting).getFirst().id()), bench.launcher.expected());
            bench.tick();
            bench.endAll();
            bench.endAll();
            assertEquals(List.of("13:00:00 succeeded"), bench.records(waiting));
            assertEquals(2, bench.launched().size());
        }
    }

    @Test
    void whatRanWhenTheMachineWasRestartedIsLostAndSaysSo() {
        try (Bench bench = new Bench(folder, HOURLY)) {
            RunId run = launch(bench);
            bench.bootMachine("boot-2");
            assertEquals(RunState.LOST, bench.run(run).state());
            assertEquals("the machine was restarted while it ran", bench.run(run).reason());
            assertEquals(List.of(), bench.launcher.adopted());
        }
    }

    @Test
    void whatWasDueWhenTheMachineWasRestartedIsLostAndWhatWasNotYetIsGivenBack() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1h").build(),
                Jobs.named("b").when("0 13 * * *").build(), Jobs.named("c").when("@every 3601s").build())) {
            bench.limitRuns(1);
            bench.tickAt("13:00:00");
            String waiting = bench.run(bench.only()).job().equals("a") ? "b" : "a";
            assertEquals(List.of("13:00:01 queued"), bench.records("c"));
            bench.bootMachine("boot-2");
            assertEquals(List.of("13:00:00 lost"), bench.records(waiting));
            assertEquals("the machine was restarted, and nobody can know whether it had started",
                    bench.runs(waiting).getFirst().reason());
            assertEquals(List.of(), bench.records("c"));
            bench.tickAt("13:00:01");
            assertEquals(List.of("13:00:01 queued"), bench.records("c"));
        }
    }

    @Test
    void anInlineCommandWhoseProcessDiedIsLostAndSaysSo() {
        try (Bench bench = new Bench(folder)) {
            RunId id = RunId.create(Bench.NOON, () -> 1);
            bench.temp.store().beginInline(Jobs.named("x").build(), TempStore.DEAD, id, Bench.NOON, "box");
            bench.restartScheduler();
            assertEquals(RunState.LOST, bench.run(id).state());
            assertEquals("supertask process " + TempStore.DEAD.pid() + " died while it ran", bench.run(id).reason());
        }
    }

    @Test
    void aVisitorSettlesWhatEndedAndLeavesTheRest() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1h").build(),
                Jobs.named("b").when("@every 1h").build(), Jobs.named("c").when("@every 3601s").build())) {
            bench.tickAt("13:00:00");
            List<RunId> runs = bench.launched();
            runs.forEach(bench.launcher::start);
            bench.tick();
            bench.launcher.watchersDie();
            bench.launcher.end(runs.getFirst(), new Outcome.Exited(4));
            List<Run> settled = Recovery.settle(bench.temp.store(), bench.clock.instant());
            assertEquals(List.of(runs.getFirst()), settled.stream().map(Run::id).toList());
            assertEquals(4, bench.run(runs.getFirst()).exitCode());
            assertEquals(RunState.RUNNING, bench.run(runs.getLast()).state());
            assertEquals(List.of("13:00:01 queued"), bench.records("c"));
            assertEquals(List.of(), Recovery.settle(bench.temp.store(), bench.clock.instant()));
            bench.launcher.keeperDies();
            Recovery.settle(bench.temp.store(), bench.clock.instant());
            assertEquals("its keeper (process " + TempStore.DEAD.pid()
                    + ") died while it ran; nothing is left of it",
                    bench.run(runs.getLast()).reason());
        }
    }

    private static RunId launch(Bench bench) {
        bench.tickAt("13:00:00");
        RunId run = bench.only();
        bench.launcher.start(run);
        bench.tick();
        return run;
    }
}
