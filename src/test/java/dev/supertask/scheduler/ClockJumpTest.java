package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.testkit.Jobs;
import dev.supertask.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockJumpTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1H", "P1D"})
    void backwardRepeatsNoSlot(Duration back) {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("*/10 * * * *").build())) {
            for (String time : List.of("12:00:00", "12:10:00", "12:19:59", "12:20:00")) {
                bench.tickAt(time);
                bench.endAll();
            }
            jump(bench, back.negated());
            Instant end = Instant.parse("2026-11-24T12:40:00Z");
            for (Instant at = bench.clock.instant(); !at.isAfter(end); at = at.plus(Duration.ofMinutes(5))) {
                bench.clock.set(at);
                bench.tick();
                bench.endAll();
            }
            bench.clock.set(end);
            bench.tick();
            bench.endAll();
            assertEquals(List.of("12:00:00 succeeded", "12:10:00 succeeded", "12:20:00 succeeded",
                    "12:30:00 succeeded", "12:40:00 succeeded"), bench.records("a"));
            assertEquals(5, bench.launched().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1H", "P1D"})
    void backwardWithASlotClaimedAheadLaunchesItOnce(Duration back) {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("*/10 * * * *").build())) {
            bench.tick();
            bench.endAll();
            bench.tickAt("12:09:59.500");
            jump(bench, back.negated());
            assertEquals(1, bench.launched().size(), "its time has not come");
            for (String time : List.of("12:09:59.500", "12:10:00", "12:10:01")) {
                bench.tickAt(time);
                bench.endAll();
            }
            assertEquals(List.of("12:00:00 succeeded", "12:10:00 succeeded"), bench.records("a"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1H", "P1D"})
    void forwardLeavesNoSlotWithoutARecord(Duration ahead) {
        try (Bench bench = new Bench(folder, Jobs.named("a").when("*/10 * * * *").build())) {
            for (String time : List.of("12:00:00", "12:10:00", "12:20:00")) {
                bench.tickAt(time);
                bench.endAll();
            }
            bench.clock.move(Duration.ofMinutes(1));
            jump(bench, ahead);
            bench.endAll();
            long jumpedOver = ahead.toMinutes() / 10;
            assertEquals(3 + jumpedOver, bench.runs("a").size());
            assertEquals(Math.max(0, jumpedOver - 1), bench.records("a", RunState.MISSED).size());
            assertEquals(3 + Math.min(1, jumpedOver), bench.launched().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1H", "P1D", "PT-1S", "PT-1H", "P-1D"})
    void timeoutsAreAsLongAsTheyWere(Duration jump) {
        try (Bench bench = new Bench(folder,
                Jobs.named("a").when("0 13 24 11 *").timeout(Duration.ofSeconds(90)).build())) {
            bench.tickAt("13:00:00");
            RunId run = bench.only();
            bench.launcher.start(run);
            bench.tickAfter(Duration.ofSeconds(60));
            jump(bench, jump);
            bench.tickAfter(Duration.ofMillis(29_999));
            assertEquals(List.of(), bench.launcher.stops());
            bench.tickAfter(Duration.ofMillis(1));
            assertEquals(List.of(run), bench.launcher.stops().stream().map(stop -> stop.run()).toList());
        }
    }

    @Test
    void isToldOnce() {
        SettableClock wall = new SettableClock("2026-11-24T12:00:00Z");
        AtomicLong monotonic = new AtomicLong(17);
        Clocks clocks = new Clocks(wall, monotonic::get);
        assertEquals(Optional.empty(), clocks.jump());
        for (String jump : List.of("PT1S", "PT1H", "P1D", "PT-1S", "PT-1H", "P-1D")) {
            wall.move(Duration.ofSeconds(5).plus(Duration.parse(jump)));
            monotonic.addAndGet(5_000_000_000L);
            assertEquals(Optional.of(Duration.parse(jump)), clocks.jump());
            assertEquals(Optional.empty(), clocks.jump());
        }
    }

    @Test
    void aClockThatIsSlewedHasNotJumped() {
        SettableClock wall = new SettableClock("2026-11-24T12:00:00Z");
        Clocks clocks = new Clocks(wall, () -> 0);
        clocks.jump();
        wall.move(Duration.ofMillis(499));
        assertEquals(Optional.empty(), clocks.jump());
        wall.move(Duration.ofMillis(500));
        assertEquals(Optional.of(Duration.ofMillis(500)), clocks.jump());
    }

    private static void jump(Bench bench, Duration by) {
        bench.clock.move(by);
        bench.scheduler.clockJumped(by);
        bench.tick();
    }
}
