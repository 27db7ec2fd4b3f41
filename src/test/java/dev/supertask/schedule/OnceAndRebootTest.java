package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class OnceAndRebootTest {
    private static final Frame FRAME = new Frame(ZoneOffset.UTC, Instant.parse("2026-01-01T00:00:00.5Z"));

    @Test
    void onceIsTheAnchorAndNothingElse() {
        assertEquals(Optional.of(FRAME.anchor()), new Once().next(FRAME.anchor().minusNanos(1), FRAME));
        assertEquals(Optional.empty(), new Once().next(FRAME.anchor(), FRAME));
    }

    @Test
    void rebootHasNoInstantOfItsOwn() {
        assertEquals(Optional.empty(), new Reboot().next(Instant.MIN, FRAME));
    }
}
