package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Job;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.testkit.Jobs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A job whose occurrences count from the end of its previous run.
class FromEndTest {
    private static final Job JOB = Jobs.named("a").when("@every 10m measure=from-end").build();

    @TempDir
    Path folder;

    @Test
    void comesSoLongAfterTheEndHoweverLongItRan() {
        try (Bench bench = new Bench(folder, JOB)) {
            bench.tickAt("12:09:58");
            assertEquals(List.of(), bench.records("a"));
            run(bench, "12:10:00", "12:25:00");
            assertEquals(Instant.parse("2026-11-24T12:35:00Z"), nextAt(bench));
            run(bench, "12:35:00", "12:35:01");
            bench.tickAt("12:45:00");
            assertEquals(List.of("12:10:00 succeeded", "12:35:00 succeeded", "12:45:01 queued"), bench.records("a"),
                    "claimed a second ahead");
            assertEquals(2, bench.launched().size(), "and not launched yet");
        }
    }

    @Test
    void isNeitherSkippedNorMissedWhileItRuns() {
        try (Bench bench = new Bench(folder, JOB)) {
            bench.tickAt("12:10:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            for (String time : List.of("12:20:00", "12:30:00", "15:00:00")) {
                bench.tickAt(time);
            }
            assertEquals(List.of("12:10:00 running"), bench.records("a"));
            bench.endAll();
            bench.tickAt("15:10:00");
            assertEquals(List.of("12:10:00 succeeded", "15:10:00 queued"), bench.records("a"));
        }
    }

    @Test
    void isNotOverWhileItWaits() {
        try (Bench bench = new Bench(folder, JOB)) {
            run(bench, "12:10:00", "12:11:00");
            assertFalse(bench.scheduler.finished());
        }
    }

    @Test
    void isDueAtOnceWhereItsTimePassedWithoutAScheduler() {
        try (Bench bench = new Bench(folder, JOB)) {
            run(bench, "12:10:00", "12:25:00");
            bench.clock.set(Instant.parse("2026-11-27T08:00:00Z"));
            bench.restartScheduler();
            bench.tick();
            assertEquals(List.of("12:10:00 succeeded", "12:35:00 queued"), bench.records("a"), "nothing is missed");
            bench.endAll();
            bench.clock.set(Instant.parse("2026-11-27T08:10:00Z"));
            bench.tick();
            assertEquals(List.of("12:10:00 succeeded", "12:35:00 succeeded", "08:10:00 queued"), bench.records("a"));
        }
    }

    @Test
    void countsFromAnEndThatNobodySaw() {
        try (Bench bench = new Bench(folder, JOB)) {
            bench.tickAt("12:10:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tick();
            bench.launcher.watchersDie();
            bench.clock.set(Instant.parse("2026-11-24T12:31:00Z"));
            bench.launcher.end(run, new Outcome.Exited(0));
            bench.clock.set(Instant.parse("2026-11-24T12:35:00Z"));
            bench.restartScheduler();
            bench.tick();
            assertEquals(Instant.parse("2026-11-24T12:41:00Z"), bench.scheduler.tick(bench.clock.instant())
                    .orElseThrow().plus(Claims.AHEAD));
            bench.tickAt("12:41:00");
            assertEquals(List.of("12:10:00 succeeded", "12:41:00 queued"), bench.records("a"));
        }
    }

    @Test
    void waitsForARunThatAnEarlierSchedulerLaunched() {
        try (Bench bench = new Bench(folder, JOB)) {
            bench.tickAt("12:10:00");
            bench.launcher.start(bench.only());
            bench.tick();
            bench.restartScheduler();
            bench.tickAt("13:00:00");
            assertEquals(List.of("12:10:00 running"), bench.records("a"));
            bench.endAll();
            bench.tickAt("13:10:00");
            assertEquals(List.of("12:10:00 succeeded", "13:10:00 queued"), bench.records("a"));
        }
    }

    @Test
    void goesOnAfterALostRun() {
        try (Bench bench = new Bench(folder, JOB)) {
            bench.tickAt("12:10:00");
            bench.launcher.start(bench.only());
            bench.tick();
            bench.clock.set(Instant.parse("2026-11-24T12:30:00Z"));
            bench.bootMachine("boot-2");
            bench.tickAt("12:40:00");
            assertEquals(List.of("12:10:00 lost", "12:40:00 queued"), bench.records("a"));
        }
    }

    @Test
    void repeatsNoSlotWhereTheClockIsSetBack() {
        try (Bench bench = new Bench(folder, JOB)) {
            bench.tickAt("12:10:00");
            bench.clock.set(Instant.parse("2026-11-24T11:40:00Z"));
            bench.endAll();
            bench.tickAt("11:50:00");
            assertEquals(List.of("12:10:00 succeeded"), bench.records("a"));
            bench.tickAt("12:20:00");
            assertEquals(List.of("12:10:00 succeeded", "12:20:00 queued"), bench.records("a"));
        }
    }

    @Test
    void leavesTheWayToOtherSchedulesOfTheJob() {
        Job job = Jobs.named("a").when("@every 10m measure=from-end", "5 * * * *").build();
        try (Bench bench = new Bench(folder, job)) {
            run(bench, "12:05:00", "12:06:00");
            bench.tickAt("12:16:00");
            bench.launcher.start(bench.only());
            bench.tickAt("13:05:00");
            bench.tickAt("13:05:10");
            bench.endAll();
            bench.tickAt("13:15:10");
            assertEquals(List.of("12:05:00 succeeded", "12:16:00 succeeded", "13:05:00 skipped", "13:15:10 queued"),
                    bench.records("a"));
        }
    }

    @Test
    void startsAtItsBeginningAndEndsAtItsEnd() {
        Job job = Jobs.named("a")
                .when("@every 10m starting=2026-11-24T13:00 measure=from-end until=2026-11-24T13:20")
                .catchUp(CatchUp.Mode.NONE, Duration.ofHours(1)).build();
        try (Bench bench = new Bench(folder, job)) {
            run(bench, "13:00:00", "13:01:00");
            run(bench, "13:11:00", "13:12:00");
            assertTrue(bench.scheduler.finished());
            assertEquals(List.of("13:00:00 succeeded", "13:11:00 succeeded"), bench.records("a"));
        }
    }

    @Test
    void countsFromItsChangeWhereItCountedOtherwiseBefore() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 10m").build())) {
            run(bench, "12:10:00", "12:11:00");
            bench.clock.set(Instant.parse("2026-11-24T12:30:00Z"));
            bench.apply(JOB);
            bench.restart();
            bench.tickAt("12:39:00");
            assertEquals(1, bench.records("a").size());
            bench.tickAt("12:40:00");
            assertEquals(List.of("12:10:00 succeeded", "12:40:00 queued"), bench.records("a"));
        }
    }

    @Test
    void countsFromItsReturnAfterATimeAway() {
        try (Bench bench = new Bench(folder, JOB)) {
            run(bench, "12:10:00", "12:11:00");
            bench.apply();
            bench.clock.set(Instant.parse("2026-11-24T14:00:00Z"));
            bench.apply(JOB);
            bench.restart();
            bench.tickAt("14:10:00");
            bench.endAll();
            bench.tickAt("14:20:00");
            assertEquals(List.of("12:10:00 succeeded", "14:10:00 succeeded", "14:20:00 queued"), bench.records("a"));
        }
    }

    private static void run(Bench bench, String from, String to) {
        bench.tickAt(from);
        RunId run = bench.only();
        bench.launcher.start(run);
        bench.tick();
        bench.clock.set(Instant.parse("2026-11-24T" + to + "Z"));
        bench.launcher.end(run, new Outcome.Exited(0));
        bench.tick();
    }

    private static @Nullable Instant nextAt(Bench bench) {
        return bench.temp.store().job("a").orElseThrow().row().plan().nextAt();
    }
}
