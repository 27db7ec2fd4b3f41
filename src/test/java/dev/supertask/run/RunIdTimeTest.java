package dev.supertask.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;

import org.junit.jupiter.api.Test;

/// The time in a run's id.
class RunIdTimeTest {
    @Test
    void anIdTellsWhenItWasMade() {
        Instant now = Instant.parse("2026-11-24T12:00:00.123Z");
        assertEquals(now, RunId.create(now, () -> -1L).time());
    }
}
