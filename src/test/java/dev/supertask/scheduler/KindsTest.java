package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.supertask.job.Job;
import dev.supertask.run.Run;
import dev.supertask.run.Trigger;
import dev.supertask.schedule.Dst;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only some kinds and modifiers of schedules ask of a scheduler.
class KindsTest {
    @TempDir
    Path folder;

    @Test
    void startsAtEachStartOfTheSchedulerAndOnceABoot() {
        Job each = Jobs.named("each").when("@start").build();
        Job once = Jobs.named("once").when("@reboot").build();
        try (Bench bench = new Bench(folder, each, once)) {
            bench.tick();
            bench.endAll();
            assertTrue(bench.scheduler.finished());
            bench.clock.move(Duration.ofMinutes(5));
            bench.restartScheduler();
            bench.tick();
            bench.endAll();
            assertEquals(List.of("12:00:00 succeeded", "12:05:00 succeeded"), bench.records("each"));
            assertEquals(List.of(Trigger.START_UP, Trigger.START_UP),
                    bench.runs("each").stream().map(Run::trigger).toList());
            assertEquals(1, bench.runs("once").size());
        }
    }

    @Test
    void startsADisabledJobAtNoStart() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@start").disabled().build())) {
            bench.tick();
            assertEquals(List.of(), bench.records("a"));
        }
    }

    @Test
    void runsSoManyTimesAndNoMore() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m times=2").build())) {
            bench.tickAt("12:01:00");
            bench.endAll();
            assertFalse(bench.scheduler.finished());
            bench.restartScheduler();
            bench.tickAt("12:02:00");
            bench.endAll();
            assertTrue(bench.scheduler.finished());
            bench.restart();
            bench.tickAt("12:03:00");
            assertEquals(List.of("12:01:00 succeeded", "12:02:00 succeeded"), bench.records("a"));
        }
    }

    @Test
    void countsAgainWhereTheScheduleWasChanged() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m times=1").build())) {
            bench.tickAt("12:01:00");
            bench.endAll();
            bench.apply(Jobs.named("a").when("@every 1m times=2").build());
            bench.restart();
            bench.tickAt("12:02:00");
            bench.endAll();
            bench.tickAt("12:03:00");
            bench.endAll();
            assertEquals(3, bench.records("a").size());
            assertTrue(bench.scheduler.finished());
        }
    }

    @Test
    void runsAtTheJitteredInstantAndOnlyOnce() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("0 13 * * * jitter=10m").build())) {
            Instant due = bench.tick().orElseThrow().plus(Claims.AHEAD);
            assertTrue(due.isAfter(Instant.parse("2026-11-24T13:00:00Z")), due::toString);
            assertFalse(due.isAfter(Instant.parse("2026-11-24T13:10:00Z")), due::toString);
            bench.clock.set(due.minusMillis(1));
            bench.tick();
            assertEquals(0, bench.launched().size());
            bench.clock.set(due);
            bench.tick();
            bench.endAll();
            bench.restart();
            bench.tickAt("13:30:00");
            assertEquals(List.of(due), bench.runs("a").stream().map(Bench::slot).toList());
        }
    }

    @Test
    void catchesUpAJitteredOccurrenceAsItself() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("0 13 * * * jitter=10m").build())) {
            Instant due = bench.tick().orElseThrow().plus(Claims.AHEAD);
            bench.clock.set(Instant.parse("2026-11-24T15:00:00Z"));
            bench.restart();
            bench.tick();
            assertEquals(List.of(due), bench.runs("a").stream().map(Bench::slot).toList());
            assertEquals(Trigger.CATCH_UP, bench.runs("a").getFirst().trigger());
        }
    }

    @Test
    void spreadsJobsOverTheirHour() {
        Job[] jobs = new Job[30];
        for (int i = 0; i < jobs.length; i++) {
            jobs[i] = Jobs.named("job" + i).when("H * * * *").build();
        }
        try (Bench bench = new Bench(folder, jobs)) {
            for (int minute = 0; minute < 120; minute++) {
                bench.tick();
                bench.endAll();
                bench.clock.move(Duration.ofMinutes(1));
            }
            assertEquals(60, bench.launched().size());
            long minutes = List.of(jobs).stream().map(job -> bench.records(job.name()).getFirst().substring(3, 5))
                    .distinct().count();
            assertTrue(minutes > 15, "spread over " + minutes + " minutes");
        }
    }

    @Test
    void readsEachScheduleInItsOwnZone() {
        Job job = Jobs.named("a").zone("America/New_York")
                .when("0 8 * * *", "0 22 * * * timezone=Asia/Tokyo", "30 13 * * * timezone=UTC").build();
        try (Bench bench = new Bench(folder, job)) {
            for (String time : List.of("12:30:00", "13:00:00", "13:30:00", "14:00:00")) {
                bench.tickAt(time);
                bench.endAll();
            }
            assertEquals(List.of("13:00:00 succeeded", "13:30:00 succeeded"), bench.records("a"),
                    "08:00 in New York and 22:00 in Tokyo are one occurrence");
        }
    }

    @Test
    void followsThePolicyForAGap() {
        try (Bench bench = new Bench(folder)) {
            bench.clock.set(Instant.parse("2027-03-27T12:00:00Z"));
            bench.apply(Jobs.named("after").zone("Europe/Berlin").when("30 2 * * *").build(),
                    Jobs.named("shift").zone("Europe/Berlin").when("30 2 * * *").dst(new Dst(Dst.Gap.SHIFT, null))
                            .build(),
                    Jobs.named("skip").zone("Europe/Berlin").when("30 2 * * *").dst(new Dst(Dst.Gap.SKIP, null))
                            .build());
            bench.restart();
            for (String time : List.of("2027-03-28T01:00:00Z", "2027-03-28T01:30:00Z", "2027-03-28T02:30:00Z")) {
                bench.clock.set(Instant.parse(time));
                bench.tick();
                bench.endAll();
            }
            assertEquals(List.of("01:00:00 succeeded"), bench.records("after"));
            assertEquals(List.of("01:30:00 succeeded"), bench.records("shift"));
            assertEquals(List.of(), bench.records("skip"));
        }
    }
}
