package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import org.junit.jupiter.api.Test;

class MissedTogetherTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final MissedTogether missed = new MissedTogether();

    private static Run never(String job, int second, RunState state) {
        return Run.never(RunId.create(NOON, new SplittableRandom(second)), job, 1, NOON.plusSeconds(second), state,
                "nobody was there", NOON, "web1");
    }

    @Test
    void takesTheOthersOfTheSameJobAndTellsThemTogether() {
        missed.begin(never("tick", 1, RunState.MISSED));
        assertTrue(missed.takes(never("tick", 2, RunState.MISSED)));
        assertTrue(missed.takes(never("tick", 3, RunState.MISSED)));
        assertEquals("tick missed 2 more, the last of 2026-11-24 12:00:03", missed.end(ZoneOffset.UTC));
        assertNull(missed.end(ZoneOffset.UTC));
    }

    @Test
    void takesNothingOfAnotherJob() {
        missed.begin(never("tick", 1, RunState.MISSED));
        assertFalse(missed.takes(never("tock", 1, RunState.MISSED)));
    }

    @Test
    void takesNothingThatWasSkipped() {
        missed.begin(never("tick", 1, RunState.SKIPPED));
        assertFalse(missed.takes(never("tick", 2, RunState.SKIPPED)));
        assertNull(missed.end(ZoneOffset.UTC));
    }
}
