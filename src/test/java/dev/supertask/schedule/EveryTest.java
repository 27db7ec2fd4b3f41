package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class EveryTest {
    private static final Instant ANCHOR = Instant.parse("2026-01-01T00:00:00.250Z");
    private static final Frame FRAME = new Frame(ZoneId.of("Europe/Berlin"), ANCHOR);

    @Test
    void comesFirstOnePeriodAfterTheAnchor() {
        Every every = new Every(Duration.ofSeconds(90));
        Instant first = Instant.parse("2026-01-01T00:01:30.250Z");
        assertEquals(Optional.of(first), every.next(ANCHOR, FRAME));
        assertEquals(Optional.of(first), every.next(ANCHOR.minusSeconds(1000), FRAME));
        assertEquals(Optional.of(first), every.next(Instant.MIN, FRAME));
        assertEquals(Optional.of(first), every.next(first.minusNanos(1), FRAME));
    }

    @Test
    void keepsItsRateHoweverLateItIsAsked() {
        Every every = new Every(Duration.ofSeconds(90));
        Instant first = Instant.parse("2026-01-01T00:01:30.250Z");
        assertEquals(Optional.of(first.plusSeconds(90)), every.next(first, FRAME));
        assertEquals(Optional.of(ANCHOR.plusSeconds(90 * 1_000_001L)),
                every.next(ANCHOR.plusSeconds(90 * 1_000_000L), FRAME));
        assertEquals(Optional.of(Instant.parse("2026-01-02T00:00:00.250Z")),
                every.next(Instant.parse("2026-01-01T23:59:00Z"), FRAME));
    }

    @Test
    void followsRealTimeThroughAChangeOfClocks() {
        Every day = new Every(Duration.ofDays(1));
        Frame frame = new Frame(FRAME.zone(), Instant.parse("2024-03-30T09:00:00Z"));
        assertEquals(Optional.of(Instant.parse("2024-03-31T09:00:00Z")), day.next(frame.anchor(), frame));
    }

    @Test
    void takesAMillisecondAndNothingShorter() {
        Every every = new Every(Duration.ofMillis(1));
        assertEquals(Optional.of(ANCHOR.plusMillis(8)), every.next(ANCHOR.plusMillis(7), FRAME));
        assertEquals("@every 1ms", every.text());
        assertThrows(IllegalArgumentException.class, () -> new Every(Duration.ofNanos(999_999)));
        assertThrows(IllegalArgumentException.class, () -> new Every(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Every(Duration.ofSeconds(-1)));
    }

    @Test
    void endsWhereTimeEnds() {
        assertEquals(Optional.empty(), new Every(Duration.ofDays(365_000)).next(Instant.MAX, FRAME));
        assertEquals(Optional.empty(), new Every(Duration.ofMillis(1)).next(Instant.MAX, FRAME));
        assertEquals(Optional.empty(), new Every(Duration.ofSeconds(Long.MAX_VALUE)).next(ANCHOR, FRAME));
    }

    @Test
    void saysItsPeriod() {
        assertEquals("every 10 seconds", new Every(Duration.ofSeconds(10)).words());
        assertEquals("every 90 seconds", new Every(Duration.ofSeconds(90)).words());
        assertEquals("every hour", new Every(Duration.ofHours(1)).words());
        assertEquals("every 1 hour 30 minutes", new Every(Duration.ofMinutes(90)).words());
    }
}
