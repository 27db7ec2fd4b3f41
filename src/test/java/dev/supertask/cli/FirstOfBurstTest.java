package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.cli.Interrupts.Kind;
import dev.supertask.testkit.SettableClock;
import org.junit.jupiter.api.Test;

class FirstOfBurstTest {
    private final SettableClock clock = new SettableClock("2026-11-24T12:00:00Z");
    private final List<Kind> passed = new ArrayList<>();
    private final FirstOfBurst burst = new FirstOfBurst(clock, passed::add);

    @Test
    void countsASignalSentTwiceWithinAMomentOnce() {
        burst.accept(Kind.INT);
        clock.move(Duration.ofMillis(499));
        burst.accept(Kind.INT);
        assertEquals(List.of(Kind.INT), passed);
    }

    @Test
    void letsASecondPressThrough() {
        burst.accept(Kind.INT);
        clock.move(Duration.ofMillis(500));
        burst.accept(Kind.INT);
        assertEquals(List.of(Kind.INT, Kind.INT), passed);
    }

    @Test
    void letsAnotherSignalThroughAtOnce() {
        burst.accept(Kind.INT);
        burst.accept(Kind.TERM);
        assertEquals(List.of(Kind.INT, Kind.TERM), passed);
    }

    @Test
    void isNotConfusedByAClockThatJumpsBack() {
        burst.accept(Kind.TERM);
        clock.move(Duration.ofHours(-1));
        burst.accept(Kind.TERM);
        assertEquals(List.of(Kind.TERM, Kind.TERM), passed);
    }
}
