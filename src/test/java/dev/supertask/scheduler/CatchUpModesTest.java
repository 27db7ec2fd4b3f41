package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.job.CatchUp;
import dev.supertask.launch.Launch;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of the slots 12:10, 12:20, … 13:00 when it is suddenly 13:05.
class CatchUpModesTest {
    private static final List<String> ALL = List.of("12:10:00", "12:20:00", "12:30:00", "12:40:00", "12:50:00",
            "13:00:00");

    @TempDir
    Path folder;

    enum Way {
        START, JUMP, START_WHERE_WHAT_RAN_GOES_ON
    }

    @ParameterizedTest
    @CsvSource({"NONE, PT24H, 0", "NONE, PT30M, 0", "LATEST, PT24H, 1", "LATEST, PT30M, 1", "LATEST, PT5M, 0",
            "LATEST, PT5M1S, 1", "ALL, PT24H, 6", "ALL, PT30M, 3", "ALL, PT5M, 0", "ALL, PT5M1S, 1"})
    void asManyAsModeAndWindowSayAreRunTheOthersAreMissed(CatchUp.Mode mode, Duration window, int run) {
        for (Way way : Way.values()) {
            Path place = folder.resolve(way.name());
            try (Bench bench = new Bench(place, Jobs.named("a").when("@every 10m").catchUp(mode, window).build())) {
                bench.tick();
                away(bench, way);
                List<String> missed = ALL.subList(0, 6 - run);
                List<String> caughtUp = ALL.subList(6 - run, 6);
                assertEquals(missed.stream().map(slot -> slot + " missed").toList(),
                        bench.records("a", RunState.MISSED), way.name());
                assertEquals(caughtUp, runOneAfterAnother(bench), way.name());
                bench.tickAt("13:10:00");
                bench.endAll();
                assertEquals(7, bench.runs("a").size(), "nothing twice: " + way);
                assertEquals(run, bench.runs("a").stream().filter(one -> one.trigger() == Trigger.CATCH_UP).count());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"NONE, 0", "LATEST, 1", "ALL, 4"})
    void whatWasClaimedAheadJustBeforeTheMachineSleptIsCaughtUpLikeTheRest(CatchUp.Mode mode, int run) {
        try (Bench bench = new Bench(folder,
                Jobs.named("a").when("@every 10m").catchUp(mode, Duration.ofDays(1)).build())) {
            bench.tickAt("12:09:59.500");
            assertEquals(List.of("12:10:00 queued"), bench.records("a"));
            bench.clock.move(Duration.ofMinutes(35));
            bench.scheduler.clockJumped(Duration.ofMinutes(35));
            bench.tick();
            assertEquals(ALL.subList(0, 4 - run).stream().map(slot -> slot + " missed").toList(),
                    bench.records("a", RunState.MISSED));
            assertEquals(ALL.subList(4 - run, 4), runOneAfterAnother(bench));
            assertEquals(4, bench.runs("a").size());
        }
    }

    private static void away(Bench bench, Way way) {
        Duration time = Duration.ofMinutes(65);
        bench.clock.move(time);
        switch (way) {
            case START -> bench.restart();
            case START_WHERE_WHAT_RAN_GOES_ON -> bench.restartScheduler();
            case JUMP -> bench.scheduler.clockJumped(time);
        }
        bench.tick();
    }

    /// The slots as the environment of the launches tells them.
    private static List<String> runOneAfterAnother(Bench bench) {
        List<String> slots = new ArrayList<>();
        while (!bench.launcher.live().isEmpty()) {
            Launch launch = bench.launcher.launched().getLast();
            assertEquals(launch.run(), bench.only());
            slots.add(String.valueOf(launch.command().env().get("SUPERTASK_OCCURRENCE")).substring(11, 19));
            bench.endAll();
        }
        return slots;
    }

    @Test
    void atMostAThousandAreRunTheLatest() {
        try (Bench bench = new Bench(folder,
                Jobs.named("a").when("@every 1m").catchUp(CatchUp.Mode.ALL, Duration.ofDays(7)).build())) {
            bench.tick();
            bench.clock.move(Duration.ofHours(20).plusSeconds(30));
            bench.restart();
            bench.tick();
            List<Run> caughtUp = bench.runs("a").stream().filter(run -> run.trigger() == Trigger.CATCH_UP).toList();
            Instant first = Bench.NOON.plus(Duration.ofMinutes(201));
            assertEquals(1000, caughtUp.size());
            assertEquals(first, Bench.slot(caughtUp.getFirst()));
            assertEquals(200, bench.records("a", RunState.MISSED).size());
            assertEquals(first, Bench.slot(bench.run(bench.only())), "oldest first");
            assertEquals(1000, bench.scheduler.liveRuns().size());
        }
    }

    @Test
    void whatIsCaughtUpWaitsForARunThatGoesOn() {
        try (Bench bench = new Bench(folder,
                Jobs.named("a").when("@every 10m").catchUp(CatchUp.Mode.ALL, Duration.ofDays(1)).build())) {
            bench.tickAt("12:10:00");
            bench.launcher.start(bench.only());
            bench.tickAt("12:35:00");
            assertEquals(1, bench.launched().size());
            bench.launcher.end(bench.only(), new dev.supertask.run.Outcome.Exited(0));
            bench.tick();
            assertEquals(List.of("12:20:00", "12:30:00"), runOneAfterAnother(bench));
            assertTrue(bench.runs("a").stream().allMatch(run -> run.state() == RunState.SUCCEEDED));
        }
    }

    @Test
    void whatIsCaughtUpAndNotRunYetIsCaughtUpByTheNextScheduler() {
        try (Bench bench = new Bench(folder,
                Jobs.named("a").when("@every 10m").catchUp(CatchUp.Mode.ALL, Duration.ofDays(1)).build())) {
            bench.clock.move(Duration.ofMinutes(35));
            bench.restart();
            bench.tick();
            bench.endAll();
            bench.scheduler.startNothingNew();
            bench.endAll();
            assertEquals(List.of("12:10:00 succeeded", "12:20:00 succeeded"), bench.records("a"));
            bench.restartScheduler();
            bench.tick();
            assertEquals(List.of("12:30:00"), runOneAfterAnother(bench));
        }
    }
}
