package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.supertask.job.Job;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulerTest {
    @TempDir
    Path folder;

    @Test
    void launchesAJobAtItsTimeAndNotBefore() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("30 12 * * *").build())) {
            assertEquals(Optional.of(at("12:29:59")), bench.tick(), "a second ahead it is claimed");
            assertEquals(Optional.of(at("12:29:59")), bench.tickAt("12:29:58.999"));
            assertEquals(List.of(), bench.records("a"));
            assertEquals(Optional.of(at("12:30:00")), bench.tickAt("12:29:59"));
            assertEquals(List.of("12:30:00 queued"), bench.records("a"));
            assertEquals(Optional.of(at("12:30:00")), bench.tickAt("12:29:59.999"));
            assertEquals(List.of(), bench.launched());
            assertEquals(Optional.of(at("12:29:59").plus(Duration.ofDays(1))), bench.tickAt("12:30:00.004"));
            Run run = bench.run(bench.only());
            assertEquals(at("12:30:00"), run.scheduledAt());
            assertEquals(Trigger.SCHEDULE, run.trigger());
            assertEquals(1, run.version());
        }
    }

    @Test
    void theClaimIsInTheDatabaseBeforeTheLaunch() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            List<String> seen = new ArrayList<>();
            bench.launcher.onLaunch(launch -> seen.addAll(bench.temp.query(
                    "select state from run where id = '" + launch.run() + "'")));
            bench.tickAt("12:01:00");
            assertEquals(List.of("queued"), seen);
        }
    }

    @Test
    void recordsWhatBecomesOfARunAndThenTells() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.tickAt("12:01:00");
            RunId run = bench.only();
            assertEquals(List.of(), bench.told);
            bench.launcher.start(run);
            assertEquals(1, bench.wakes.get(), "the loop is woken");
            bench.tick();
            assertEquals(RunState.RUNNING, bench.run(run).state());
            bench.clock.move(Duration.ofMillis(2500));
            bench.launcher.end(run, new Outcome.Exited(7));
            bench.tick();
            assertEquals(List.of("started a", "ended a failed"), bench.told);
            Run ended = bench.run(run);
            assertEquals(Optional.of(Duration.ofMillis(2500)), ended.duration());
            assertEquals(7, ended.exitCode());
            assertEquals(1, ended.attempt());
            assertTrue(bench.scheduler.anyUnsuccessful());
        }
    }

    @Test
    void aRunThatStartsAndEndsBetweenTwoTicksIsToldInOrder() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.tickAt("12:01:00");
            bench.endAll();
            assertEquals(List.of("started a", "ended a succeeded"), bench.told);
            assertFalse(bench.scheduler.anyUnsuccessful());
        }
    }

    @Test
    void whatCouldNotBeStartedHasFailedAndNothingElseIsBlocked() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build())) {
            bench.tickAt("12:01:00");
            RunId run = bench.only();
            bench.launcher.end(run, new Outcome.NotStarted(127, "no program \"x\""));
            bench.tick();
            assertEquals(127, bench.run(run).exitCode());
            assertEquals("no program \"x\"", bench.run(run).reason());
            bench.tickAt("12:02:00");
            assertEquals(2, bench.launched().size());
        }
    }

    @Test
    void anOccurrenceDuringARunIsSkippedAndSaysWhy() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").zone("Europe/Berlin").build())) {
            bench.tickAt("12:01:00");
            RunId first = bench.only();
            bench.tickAt("12:02:00");
            bench.launcher.start(first);
            bench.tickAt("12:02:30");
            bench.tickAt("12:03:00");
            bench.launcher.end(first, new Outcome.Exited(0));
            bench.tickAt("12:04:00");
            assertEquals(List.of("12:01:00 succeeded", "12:02:00 skipped", "12:03:00 skipped", "12:04:00 queued"),
                    bench.records("a"));
            assertEquals("run " + first + " of this job is still waiting to start", bench.runs("a").get(1).reason());
            assertEquals("still running since 13:02:00, run " + first, bench.runs("a").get(2).reason());
            assertEquals(List.of("never a skipped", "started a", "never a skipped", "ended a succeeded"), bench.told);
        }
    }

    @Test
    void aRunSinceYesterdayIsToldWithItsDate() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 20h").build())) {
            bench.clock.set(at("12:00:00").plus(Duration.ofHours(20)));
            bench.tick();
            bench.launcher.start(bench.only());
            bench.tick();
            bench.tickAfter(Duration.ofHours(20));
            assertEquals("still running since 2026-11-25 08:00:00, run " + bench.only(),
                    bench.runs("a").getLast().reason());
        }
    }

    @Test
    void jobsDoNotHinderEachOther() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m").build(),
                Jobs.named("b").when("@every 2m").build())) {
            bench.tickAt("12:01:00");
            bench.tickAt("12:02:00");
            assertEquals(List.of("12:01:00 queued", "12:02:00 skipped"), bench.records("a"));
            assertEquals(List.of("12:02:00 queued"), bench.records("b"));
        }
    }

    @Test
    void equalInstantsOfSeveralSchedulesAreOneOccurrence() {
        try (Bench bench = new Bench(folder,
                Jobs.named("a").when("*/2 * * * *", "*/3 * * * *", "@every 1m").build())) {
            for (int minute = 1; minute <= 6; minute++) {
                bench.tickAt("12:0" + minute + ":00");
                bench.endAll();
            }
            assertEquals(7, bench.runs("a").size(), "12:00 is one of them");
        }
    }

    @Test
    void disabledJobsDoNothing() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1m", "@reboot").disabled().build())) {
            bench.tickAt("12:10:00");
            assertEquals(List.of(), bench.records("a"));
            assertTrue(bench.scheduler.finished());
        }
    }

    @Test
    void onceIsOneSlotForEver() {
        Job once = Jobs.named("a").build();
        try (Bench bench = new Bench(folder, once)) {
            assertEquals(Optional.empty(), bench.tick());
            assertFalse(bench.scheduler.finished());
            bench.end(bench.only(), 1);
            assertTrue(bench.scheduler.finished());
            bench.clock.move(Duration.ofDays(1));
            bench.apply(once);
            bench.restart();
            bench.tick();
            bench.apply(Jobs.named("a").shell("date").build());
            bench.restart();
            bench.tick();
            assertEquals(List.of("12:00:00 failed"), bench.records("a"));
            assertEquals(Trigger.SCHEDULE, bench.runs("a").getFirst().trigger());
        }
    }

    @Test
    void aRunOverItsTimeoutIsDecidedOnBeforeItIsStopped() {
        try (Bench bench = new Bench(folder,
                Jobs.named("a").when("@every 1h").timeout(Duration.ofSeconds(90)).build())) {
            List<String> seen = new ArrayList<>();
            bench.launcher.onStop(stop -> seen.addAll(bench.temp.query(
                    "select ending || ': ' || ending_reason from run where id = '" + stop.run() + "'")));
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.clock.move(Duration.ofSeconds(1));
            bench.launcher.start(run);
            assertEquals(Optional.of(at("13:01:31")), bench.tick(), "the timeout counts from the launch");
            bench.tickAt("13:01:30.999");
            assertEquals(List.of(), seen);
            assertEquals(Optional.of(at("13:59:59")), bench.tickAt("13:01:31"));
            bench.tickAt("13:01:32");
            assertEquals(List.of("timed-out: took longer than its timeout of 1m30s"), seen);
            assertEquals(Duration.ofSeconds(10), bench.launcher.stops().getFirst().killAfter());
            bench.launcher.end(run, new Outcome.Signalled(15));
            bench.tick();
            assertEquals(RunState.TIMED_OUT, bench.run(run).state());
            assertEquals(143, bench.run(run).exitCode());
            assertEquals("took longer than its timeout of 1m30s", bench.run(run).reason());
        }
    }

    @Test
    void moreRunsThanAllowedWaitForTheirTurn() {
        Job[] jobs = IntStream.range(0, 5).mapToObj(i -> Jobs.named("j" + i).when("@every 1h").build())
                .toArray(Job[]::new);
        try (Bench bench = new Bench(folder, jobs)) {
            bench.limitRuns(2);
            bench.tickAt("13:00:00");
            assertEquals(2, bench.launcher.live().size());
            assertEquals(5, bench.scheduler.liveRuns().size());
            bench.end(bench.launched().getFirst(), 0);
            assertEquals(2, bench.launcher.live().size());
            for (int i = 0; i < 4; i++) {
                bench.end(bench.launcher.live().getFirst(), 0);
            }
            assertEquals(5, new HashSet<>(bench.launched()).size());
            assertEquals(List.of(), bench.scheduler.liveRuns());
        }
    }

    @Test
    void outputIsPassedOnWithItsRun() {
        try (Bench bench = new Bench(folder, Jobs.named("a").build())) {
            bench.tick();
            bench.launcher.write(bench.only(), "hello");
            assertEquals(List.of("wrote a 5"), bench.told);
        }
    }

    @Test
    void fiftyJobsEachSecondForAMinuteRunEachSlotOnce() {
        Job[] jobs = IntStream.range(0, 50).mapToObj(i -> Jobs.named("j" + i).when("* * * * * *").build())
                .toArray(Job[]::new);
        try (Bench bench = new Bench(folder, jobs)) {
            for (int second = 0; second < 60; second++) {
                bench.tick();
                bench.endAll();
                bench.clock.move(Duration.ofSeconds(1));
            }
            assertEquals(50 * 60, bench.launched().size());
            for (Job job : jobs) {
                List<Run> runs = new ArrayList<>(bench.runs(job.name()));
                assertEquals(RunState.QUEUED, runs.removeLast().state(), "claimed ahead");
                assertEquals(IntStream.range(0, 60).mapToObj(Bench.NOON::plusSeconds).toList(),
                        runs.stream().map(Bench::slot).toList());
                assertTrue(runs.stream().allMatch(run -> run.state() == RunState.SUCCEEDED));
            }
        }
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-24T" + time + "Z");
    }
}
