package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatchUpTest {
    @TempDir
    Path folder;

    @Test
    void ofWhatWasDueWhileNobodyLookedTheLatestRunsAndTheRestIsMissed() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 10m").build())) {
            bench.clock.move(Duration.ofMinutes(35));
            bench.restart();
            bench.tick();
            assertEquals(List.of("12:10:00 missed", "12:20:00 missed", "12:30:00 queued"), bench.records("a"));
            assertEquals(Trigger.CATCH_UP, bench.runs("a").getLast().trigger());
            assertEquals("no scheduler was running at its time", bench.runs("a").getFirst().reason());
            assertEquals(List.of("never a missed", "never a missed"), bench.told);
            assertTrue(bench.scheduler.anyUnsuccessful());
            bench.restart();
            bench.tick();
            assertEquals(3, bench.runs("a").size(), "it is not caught up twice");
        }
    }

    @Test
    void whatIsDueRightNowIsTheLatest() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 10m").build())) {
            bench.clock.move(Duration.ofMinutes(20));
            bench.restart();
            bench.tick();
            assertEquals(List.of("12:10:00 missed", "12:20:00 queued"), bench.records("a"));
            assertEquals(Trigger.SCHEDULE, bench.runs("a").getLast().trigger());
        }
    }

    @Test
    void whatIsOlderThanADayIsNotCaughtUp() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("5 12 24 11 *").build())) {
            bench.clock.move(Duration.ofMinutes(5).plus(Duration.ofDays(1)));
            bench.restart();
            bench.tick();
            assertEquals(List.of("12:05:00 missed"), bench.records("a"));
        }
    }

    @Test
    void aDayMinusAMomentIsStillCaughtUp() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("5 12 24 11 *").build())) {
            bench.clock.move(Duration.ofMinutes(5).plus(Duration.ofDays(1)).minusMillis(1));
            bench.restart();
            bench.tick();
            assertEquals(List.of("12:05:00 queued"), bench.records("a"));
        }
    }

    @Test
    void aThousandAreRecordedOneByOneAndOneMoreStandsForTheRest() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("* * * * * *").build())) {
            bench.tick();
            bench.endAll();
            bench.clock.move(Duration.ofMinutes(30));
            bench.restart();
            bench.tick();
            List<Run> runs = bench.runs("a");
            assertEquals(1001, bench.records("a", RunState.MISSED).size());
            assertEquals("no scheduler was running at its time; this record also stands for every earlier one from "
                    + "2026-11-24T12:16:42Z", runs.get(1002).reason());
            assertEquals(Bench.NOON.plusSeconds(1), Bench.slot(runs.get(1)), "claimed ahead by the one that died");
            assertEquals(Bench.NOON.plusSeconds(1799), Bench.slot(runs.get(1002)));
            assertEquals(Bench.NOON.plusSeconds(1800), Bench.slot(runs.get(1003)));
            assertEquals(RunState.SKIPPED, runs.get(1003).state());
            assertEquals(Bench.NOON.plusSeconds(1801), Bench.slot(runs.getLast()), "claimed ahead");
            assertEquals(1005, runs.size());
        }
    }

    @Test
    void theRecordThatStandsForTheRestIsOnTheLastOccurrenceThatHasNone() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("* * * * * *").build())) {
            bench.clock.move(Duration.ofMinutes(30));
            bench.restart();
            bench.limitRuns(0);
            bench.tick();
            // As where a claim was given back that had waited long for its turn.
            bench.temp.execute("update job set planned_through = timestamp with time zone '2026-11-24 11:59:59+00', "
                    + "next_at = timestamp with time zone '2026-11-24 12:00:00+00'");
            bench.restart();
            bench.tick();
            List<Instant> standing = bench.runs("a").stream()
                    .filter(run -> String.valueOf(run.reason()).contains(" stands for ")).map(Bench::slot).toList();
            assertEquals(List.of(Instant.parse("2026-11-24T12:29:58Z"), Instant.parse("2026-11-24T12:29:59Z")),
                    standing, "the last one has a record that must not be taken for that of others");
        }
    }

    @Test
    void listingsShowMissedOccurrencesInTheirOrder() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.clock.move(Duration.ofHours(2));
            bench.restart();
            bench.tick();
            List<Run> listed = bench.temp.store().runs(dev.supertask.store.RunFilter.ofJob("a", 999));
            assertEquals(bench.runs("a").reversed(), listed);
        }
    }

    @Test
    void aForwardJumpOfTheClockIsCaughtUpAndSaysSo() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 10m").build())) {
            bench.tick();
            bench.tickAfter(Duration.ofHours(1).plusSeconds(30));
            assertEquals(6, bench.runs("a").size());
            assertEquals("the machine was asleep or its clock jumped over its time",
                    bench.runs("a").getFirst().reason());
            assertEquals(Trigger.CATCH_UP, bench.runs("a").getLast().trigger());
        }
    }

    @Test
    void aFewSecondsLateIsLateNotAway() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.tick();
            bench.tickAfter(Duration.ofSeconds(69));
            assertEquals(Trigger.SCHEDULE, bench.runs("a").getFirst().trigger());
        }
    }

    @Test
    void aBackwardJumpRepeatsNothing() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("*/10 * * * *").build())) {
            bench.tick();
            bench.endAll();
            for (String time : List.of("12:10:00", "11:00:00", "11:10:00", "11:59:00", "12:05:00", "12:10:00")) {
                assertEquals(true, bench.tickAt(time).orElseThrow().isAfter(bench.clock.instant()));
                bench.endAll();
            }
            bench.restart();
            bench.tickAt("12:20:00");
            assertEquals(List.of("12:00:00 succeeded", "12:10:00 succeeded", "12:20:00 queued"), bench.records("a"));
        }
    }

    @Test
    void afterABackwardJumpAChangedScheduleDoesNotStumbleOverOldRecords() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("*/10 * * * *").build())) {
            bench.tick();
            bench.endAll();
            bench.tickAt("12:10:00");
            bench.endAll();
            bench.clock.set(Instant.parse("2026-11-24T12:04:00Z"));
            bench.apply(Jobs.named("a").when("*/5 * * * *").build());
            bench.restart();
            for (String time : List.of("12:05:00", "12:10:00", "12:15:00")) {
                bench.tickAt(time);
                bench.endAll();
            }
            assertEquals(List.of("12:00:00 succeeded", "12:05:00 succeeded", "12:10:00 succeeded",
                    "12:15:00 succeeded"), bench.records("a"));
            assertEquals(4, bench.launched().size());
        }
    }

    @Test
    void aStartUpOccurrenceIsOncePerBoot() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@reboot").build())) {
            assertEquals(Optional.empty(), bench.tick());
            bench.endAll();
            assertTrue(bench.scheduler.finished());
            bench.restart();
            bench.tick();
            assertEquals(List.of("11:00:00 succeeded"), bench.records("a"));
            bench.clock.move(Duration.ofHours(1));
            bench.bootMachine("boot-2");
            bench.tick();
            bench.restart();
            bench.tick();
            assertEquals(List.of("11:00:00 succeeded", "13:00:00 lost"), bench.records("a"));
            assertEquals(Trigger.START_UP, bench.runs("a").getLast().trigger());
        }
    }

    /// `btime` is a whole second, so this happens to one boot in sixty for a job of each minute.
    @Test
    void aBootAtTheVeryInstantOfAnOccurrenceIsTheSameOccurrence() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@reboot", "*/10 * * * *").build())) {
            bench.tick();
            bench.endAll();
            bench.clock.set(Instant.parse("2026-11-24T12:30:20Z"));
            bench.boot(new Boot("boot-2", Instant.parse("2026-11-24T12:30:00Z")));
            bench.tick();
            bench.endAll();
            bench.tickAt("12:40:00");
            assertEquals(List.of("11:00:00 succeeded", "12:00:00 skipped", "12:10:00 missed", "12:20:00 missed",
                    "12:30:00 succeeded", "12:40:00 queued"), bench.records("a"));
        }
    }
}
