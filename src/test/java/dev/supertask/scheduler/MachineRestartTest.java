package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Job;
import dev.supertask.run.RunState;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was claimed, and not launched, when the machine was restarted: as far as that is certain it is due again.
class MachineRestartTest {
    @TempDir
    Path folder;

    @Test
    void whatWasClaimedWhenTheMachineWasRestartedIsGivenBackWhereTheKeeperHadLeftBefore() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("@every 1h").build())) {
            bench.limitRuns(0);
            bench.tickAt("13:00:00");
            assertEquals(List.of("13:00:00 queued"), bench.records("a"));
            bench.clock.set(Instant.parse("2026-11-24T14:30:00Z"));
            bench.bootMachine("boot-2", true);
            assertEquals(List.of(), bench.records("a"));
            bench.limitRuns(1);
            bench.tick();
            bench.endAll();
            assertEquals(List.of("13:00:00 missed", "14:00:00 succeeded"), bench.records("a"));
        }
    }

    @Test
    void whatWaitedForItsTurnWhenTheMachineWasRestartedIsCaughtUpWithAndNotLost() {
        Job job = Jobs.named("a").when("@every 1h").catchUp(CatchUp.Mode.ALL, Duration.ofHours(24)).build();
        try (Bench bench = new Bench(folder, job)) {
            bench.clock.set(Instant.parse("2026-11-24T16:30:00Z"));
            bench.restartScheduler();
            bench.tick();
            bench.launcher.start(bench.only());
            bench.tick();
            assertEquals(List.of("13:00:00 running", "14:00:00 queued", "15:00:00 queued", "16:00:00 queued"),
                    bench.records("a"));
            bench.bootMachine("boot-2");
            assertEquals(List.of("13:00:00 lost"), bench.records("a"));
            bench.tick();
            for (int run = 0; run < 3; run++) {
                bench.endAll();
            }
            assertEquals(List.of("13:00:00 lost", "14:00:00 succeeded", "15:00:00 succeeded", "16:00:00 succeeded"),
                    bench.records("a"));
        }
    }

    @Test
    void ofWhatWaitedForItsTurnOnlyTheTwoThatMayHaveStartedAreLostWhereTheJournalKnowsNothing() {
        Job job = Jobs.named("a").when("@every 1h").catchUp(CatchUp.Mode.ALL, Duration.ofHours(24)).build();
        try (Bench bench = new Bench(folder, job)) {
            bench.clock.set(Instant.parse("2026-11-24T16:30:00Z"));
            bench.limitRuns(0);
            bench.tick();
            assertEquals(4, bench.records("a", RunState.QUEUED).size());
            bench.bootMachine("boot-2");
            assertEquals(List.of("13:00:00 lost", "14:00:00 lost"), bench.records("a"));
        }
    }

    @Test
    void whatIsGivenBackAfterItsScheduleWasEditedIsNoOccurrenceOfTheNewOne() {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("0 13 * * *").build())) {
            bench.limitRuns(0);
            bench.tickAt("13:00:00");
            bench.clock.set(Instant.parse("2026-11-24T14:07:00Z"));
            bench.apply(Jobs.named("a").when("*/5 * * * *").build());
            bench.bootMachine("boot-2", true);
            assertEquals(List.of(), bench.records("a"));
            bench.tickAt("14:10:00");
            assertEquals(List.of("14:10:00 queued"), bench.records("a"));
        }
    }
}
