package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.job.Job;
import dev.supertask.job.Upstream;
import dev.supertask.job.Upstream.On;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.store.Claim;
import dev.supertask.store.JobRow;
import dev.supertask.store.RunFilter;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `after`: what follows the ends of other jobs' runs.
class ChainsTest {
    private static final String NOON = "12:00:00 ";

    @TempDir
    Path folder;

    @Test
    void runsAJobForTheOccurrenceOfTheRunBeforeItWithItsOutputs() throws Exception {
        try (Bench bench = new Bench(folder, Jobs.named("a").build(), Jobs.named("b-2").after("a").build(),
                Jobs.named("c").after("b-2").build())) {
            bench.tick();
            Stepped.giveOut(bench, "row.count=5\nstate=mine\n");
            RunId first = bench.only();
            assertFalse(bench.scheduler.finished());
            bench.clock.move(Duration.ofSeconds(9));
            bench.end(first, 0);

            Run second = bench.run(bench.only());
            assertEquals("b-2 after " + Bench.NOON + " [" + first + "]", second.job() + " " + second.trigger().word()
                    + " " + second.scheduledAt() + " " + second.cause().upstream());
            bench.end(second.id(), 0);
            Map<String, String> env = bench.launcher.launched().get(1).command().env();
            assertEquals(List.of("5", "succeeded", "0", first.text(), "2026-11-24T12:00:00Z"),
                    List.of(env.get("SUPERTASK_UPSTREAM_A_ROW_COUNT"), env.get("SUPERTASK_UPSTREAM_A_STATE"),
                            env.get("SUPERTASK_UPSTREAM_A_EXIT_CODE"), env.get("SUPERTASK_UPSTREAM_A_RUN_ID"),
                            env.get("SUPERTASK_OCCURRENCE")));
            bench.endAll();
            assertEquals(List.of(NOON + "succeeded"), bench.records("c"));
        }
    }

    @Test
    void skipsDownTheChainWhatTheEndDoesNotSuit() {
        try (Bench bench = new Bench(folder, Jobs.named("a").build(), Jobs.named("b").after("a").build(),
                Jobs.named("c").after("b").build(), after("failed", new Upstream("a", On.FAILURE)),
                after("always", new Upstream("a", On.ALWAYS), new Upstream("failed", On.SUCCESS)))) {
            bench.tick();
            RunId first = bench.only();
            bench.end(first, 3);

            assertEquals("upstream \"a\" failed (run " + first + ")", reason(bench, "b"));
            assertEquals("upstream \"b\" was skipped (run " + bench.runs("b").getFirst().id() + ")",
                    reason(bench, "c"));
            assertEquals("failed", bench.run(bench.only()).job());
            bench.endAll();
            assertEquals("always", bench.run(bench.only()).job());
        }
    }

    @Test
    void joinsRunsOfOneOccurrenceOnceAllAreOver() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("*/2 * * * *").build(),
                Jobs.named("b").when("*/3 * * * *").build(),
                after("j", new Upstream("a", On.ALWAYS), new Upstream("b", On.SUCCESS)))) {
            for (int minute = 0; minute <= 6; minute++) {
                bench.tick();
                bench.endAll();
                bench.endAll();
                bench.clock.move(Duration.ofMinutes(1));
            }
            assertEquals(List.of(NOON + "succeeded", "12:06:00 succeeded"), bench.records("j"));
        }
    }

    @Test
    void followsAnEndThatAnEarlierSchedulerRecordedExactlyOnce() {
        for (int step = 1; step < 9; step++) {
            try (Bench bench = new Bench(folder.resolve("at" + step), Jobs.named("a").build(),
                    Jobs.named("b").after("a").build(), Jobs.named("c").after("a").build(),
                    after("j", new Upstream("b", On.SUCCESS), new Upstream("c", On.SUCCESS)))) {
                bench.dieAt(step);
                for (int i = 0; i < 12; i++) {
                    try {
                        bench.tick();
                        bench.launcher.endAll();
                    } catch (Bench.Death dead) {
                        bench.restartScheduler();
                    }
                }
                for (String job : List.of("a", "b", "c", "j")) {
                    assertEquals(List.of(NOON + "succeeded"), bench.records(job), job + ", death at " + step);
                }
                assertEquals(4, bench.launched().size(), "death at " + step);
            }
        }
    }

    @Test
    void followsRunsWithoutOccurrenceByTheirFirst() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("0 0 1 1 *").build(),
                Jobs.named("b").after("a").build(), Jobs.named("c").after("a").build(),
                Jobs.named("other").when("0 0 1 1 *").build(),
                after("j", new Upstream("b", On.SUCCESS), new Upstream("c", On.ALWAYS)),
                after("never", new Upstream("a", On.SUCCESS), new Upstream("other", On.SUCCESS)))) {
            manual(bench, "01M86PTCQG4444444444444444");
            bench.restartScheduler();
            bench.tick();
            for (int i = 0; i < 4; i++) {
                bench.endAll();
            }
            assertEquals(List.of("succeeded null", "succeeded null", "succeeded null"), List.of("b", "c", "j").stream()
                    .map(job -> only(bench, job)).map(run -> run.state().word() + " " + run.scheduledAt()).toList());
            assertEquals(List.of(), store(bench, "never"));
        }
    }

    @Test
    void leavesWhatIsDisabledAndWhatWaitsForItWithoutRecords() {
        try (Bench bench = new Bench(folder, Jobs.named("a").build(), Jobs.named("b").after("a").disabled().build(),
                after("j", new Upstream("a", On.SUCCESS), new Upstream("b", On.SUCCESS)))) {
            bench.tick();
            bench.endAll();
            assertEquals(List.of(), bench.records("b"));
            assertEquals(List.of(), bench.records("j"));
        }
    }

    @Test
    void startsNothingNewForWhatEndsWhileItLeavesAndTheNextSchedulerDoes() {
        try (Bench bench = new Bench(folder, Jobs.named("a").build(), Jobs.named("b").after("a").build())) {
            bench.tick();
            bench.scheduler.startNothingNew();
            bench.end(bench.only(), 0);
            assertEquals(List.of(), bench.records("b"));
            assertTrue(bench.scheduler.finished());
            bench.clock.move(Duration.ofMinutes(20));
            bench.restartScheduler();
            bench.tick();
            bench.endAll();
            assertEquals(List.of(NOON + "succeeded"), bench.records("b"));
        }
    }

    @Test
    void takesAStoppedRunForNeitherSuccessNorFailure() {
        try (Bench bench = new Bench(folder, Jobs.named("a").build(), Jobs.named("b").after("a").build(),
                after("c", new Upstream("a", On.FAILURE)), after("d", new Upstream("a", On.ALWAYS)))) {
            bench.tick();
            bench.scheduler.stopRuns("because", true);
            bench.launcher.end(bench.only(), new Outcome.Signalled(9));
            bench.tick();
            assertEquals(List.of(RunState.SKIPPED, RunState.SKIPPED, RunState.QUEUED),
                    List.of("b", "c", "d").stream().map(job -> only(bench, job).state()).toList());
        }
    }

    private static void manual(Bench bench, String id) {
        Run run = Run.queued(new RunId(id), "a", 1, Trigger.MANUAL, null, "box");
        JobRow row = bench.temp.store().job("a").orElseThrow().row();
        Optional<Instant> next = Optional.ofNullable(row.plan().nextAt());
        bench.temp.store().claim(List.of(new Claim(row.id(), List.of(run),
                row.plan().plannedThrough(), next.orElse(null), ""))).join();
        bench.temp.execute("update run set runner_pid = 1, runner_start = 1");
    }

    private static List<Run> store(Bench bench, String job) {
        return bench.temp.store().runs(RunFilter.ofJob(job, 9));
    }

    private static Run only(Bench bench, String job) {
        assertEquals(1, store(bench, job).size(), job);
        return store(bench, job).getFirst();
    }

    private static String reason(Bench bench, String job) {
        return String.valueOf(only(bench, job).reason());
    }

    private static Job after(String name, Upstream... upstream) {
        return Jobs.named(name).after(upstream).build();
    }
}
