package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsAheadTest {
    @TempDir
    Path folder;

    @Test
    void whatIsClaimedAheadIsOnTheDiskAndLaunchedAtItsTimeWithoutAnotherWrite() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.tickAt("12:00:59");
            List<String> claimed = bench.temp.query("select id || state from run");
            assertEquals(1, claimed.size());
            assertEquals(List.of(), bench.launched());
            bench.tickAt("12:00:59.999");
            assertEquals(List.of(), bench.launched());
            bench.tickAt("12:01:00");
            assertEquals(List.of(bench.only() + "queued"), claimed);
            assertEquals(claimed, bench.temp.query("select id || state from run"));
        }
    }

    @Test
    void whatIsClaimedAheadRunsWhenTheEarlierRunEndsJustInTime() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.tickAt("12:01:00");
            bench.launcher.start(bench.only());
            bench.tickAt("12:01:59");
            assertEquals(List.of("12:01:00 running", "12:02:00 queued"), bench.records("a"));
            bench.clock.move(Duration.ofMillis(999));
            bench.end(bench.only(), 0);
            bench.tickAt("12:02:00");
            assertEquals(List.of("12:01:00 succeeded", "12:02:00 queued"), bench.records("a"));
            assertEquals(2, bench.launched().size());
        }
    }

    @Test
    void whatIsClaimedAheadIsSkippedWhenTheEarlierRunGoesOnAtItsTime() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.tickAt("12:01:00");
            RunId first = bench.only();
            bench.launcher.start(first);
            bench.tickAt("12:01:59");
            bench.tickAt("12:02:00");
            bench.end(first, 0);
            assertEquals(List.of("12:01:00 succeeded", "12:02:00 skipped"), bench.records("a"));
            assertEquals("still running since 12:01:00, run " + first, bench.runs("a").getLast().reason());
            assertEquals(1, bench.launched().size());
        }
    }

    @Test
    void whatIsClaimedAheadIsGivenBackAtTheEndAndDueOnceForTheNextScheduler() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.tickAt("12:00:59");
            bench.scheduler.startNothingNew();
            assertEquals(List.of(), bench.records("a"));
            assertEquals(true, bench.scheduler.finished());
            bench.restartScheduler();
            bench.tickAt("12:01:00");
            bench.endAll();
            bench.restartScheduler();
            bench.tick();
            assertEquals(List.of("12:01:00 succeeded"), bench.records("a"));
            assertEquals(1, bench.launched().size());
        }
    }

    @Test
    void whatWaitsForRoomIsGivenBackAtTheEndAndDueOnceForTheNextScheduler() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1h").build(),
                Jobs.named("b").when("@every 1h").build())) {
            bench.limitRuns(1);
            bench.tickAt("13:00:00");
            RunId first = bench.only();
            String waiting = bench.run(first).job().equals("a") ? "b" : "a";
            bench.scheduler.startNothingNew();
            bench.end(first, 0);
            assertEquals(List.of(), bench.records(waiting), "it is as if it had never been claimed");
            assertEquals(List.of("started " + bench.run(first).job(), "ended " + bench.run(first).job() + " succeeded"),
                    bench.told);
            bench.clock.move(Duration.ofSeconds(5));
            for (int times = 0; times < 2; times++) {
                bench.restartScheduler();
                bench.tick();
                bench.endAll();
            }
            assertEquals(List.of("13:00:00 succeeded"), bench.records(waiting));
            assertEquals(2, bench.launched().size());
        }
    }

    @Test
    void aStartUpOccurrenceThatWaitsForRoomIsGivenBackToo() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@reboot").build())) {
            bench.scheduler.startNothingNew();
            assertEquals(List.of(), bench.records("a"));
            bench.restartScheduler();
            bench.tick();
            bench.endAll();
            bench.restartScheduler();
            bench.tick();
            assertEquals(List.of("11:00:00 succeeded"), bench.records("a"));
        }
    }

    @Test
    void theOccurrenceInTheEnvironmentIsTheScheduledTime() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.tickAt("12:00:59");
            bench.tickAt("12:01:00.250");
            Map<String, String> environment = bench.launcher.launched().getFirst().command().env();
            assertEquals("2026-11-24T12:01:00Z", environment.get("SUPERTASK_OCCURRENCE"));
            bench.launcher.end(bench.only(), new Outcome.Exited(0));
        }
    }
}
