package dev.supertask.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final RunId ID = new RunId("01M86PTPG0XX2K7RNTE4W1G055");
    private static final Run QUEUED = Run.queued(ID, "backup", 3, Trigger.SCHEDULE, NOON, "box");

    @Test
    void aRunGoesFromQueuedToRunningToItsEnd() {
        assertEquals(RunState.QUEUED, QUEUED.state());
        assertEquals(0, QUEUED.attempt());
        Run running = QUEUED.started(NOON.plusMillis(3));
        assertEquals(RunState.RUNNING, running.state());
        assertEquals(1, running.attempt());
        assertEquals(Optional.empty(), running.duration());
        Run ended = running.ended(new Outcome.Exited(0), NOON.plusMillis(1003));
        assertEquals(new Run(ID, "backup", 3, Trigger.SCHEDULE, NOON, NOON.plusMillis(3), NOON.plusMillis(1003),
                RunState.SUCCEEDED, 0, 1, null, "box"), ended);
        assertEquals(Optional.of(Duration.ofSeconds(1)), ended.duration());
    }

    @Test
    void nothingChangesARunAfterItsEnd() {
        Run ended = QUEUED.started(NOON).ended(new Outcome.Exited(0), NOON);
        assertThrows(IllegalStateException.class, () -> ended.started(NOON));
        assertThrows(IllegalStateException.class, () -> ended.ended(new Outcome.Exited(1), NOON));
        Run missed = Run.never(ID, "backup", 3, NOON, RunState.MISSED, "asleep", NOON, "box");
        assertThrows(IllegalStateException.class, () -> missed.started(NOON));
    }

    @Test
    void anOutcomeDecidesStateCodeAndReason() {
        assertOutcome(new Outcome.Exited(0), RunState.SUCCEEDED, 0, null);
        assertOutcome(new Outcome.Exited(7), RunState.FAILED, 7, "exit code 7");
        assertOutcome(new Outcome.Signalled(9), RunState.FAILED, 137, "ended by signal 9 (SIGKILL)");
        assertOutcome(new Outcome.Signalled(40), RunState.FAILED, 168, "ended by signal 40");
        assertOutcome(new Outcome.NotStarted(127, "no program \"x\""), RunState.FAILED, 127, "no program \"x\"");
        assertOutcome(new Outcome.Lost("died"), RunState.LOST, null, "died");
        Outcome.Ending timeout = new Outcome.Ending(RunState.TIMED_OUT, "too long");
        assertOutcome(new Outcome.Ended(timeout, new Outcome.Signalled(15)), RunState.TIMED_OUT, 143, "too long");
        assertThrows(IllegalArgumentException.class, () -> new Outcome.Ending(RunState.FAILED, "why"));
    }

    @Test
    void theWordsAreThoseOfTheDesign() {
        assertEquals(List.of("queued", "running", "succeeded", "failed", "timed-out", "stopped", "lost", "skipped",
                "missed"), RunState.words());
        assertEquals(List.of("schedule", "catch-up", "manual", "after", "start-up"),
                Arrays.stream(Trigger.values()).map(Trigger::word).toList());
        for (RunState state : RunState.values()) {
            assertEquals(state, RunState.of(state.word()));
        }
        for (Trigger trigger : Trigger.values()) {
            assertEquals(trigger, Trigger.of(trigger.word()));
        }
        assertThrows(IllegalArgumentException.class, () -> RunState.of("Queued"));
        assertThrows(IllegalArgumentException.class, () -> Trigger.of("cron"));
    }

    @Test
    void onlyASuccessOrASkipIsNoFailure() {
        assertEquals(List.of(RunState.FAILED, RunState.TIMED_OUT, RunState.STOPPED, RunState.LOST, RunState.MISSED),
                Arrays.stream(RunState.values()).filter(RunState::unsuccessful).toList());
        assertEquals(List.of(RunState.QUEUED, RunState.RUNNING),
                Arrays.stream(RunState.values()).filter(state -> !state.ended()).toList());
    }

    @Test
    void idsSortByTheTimeOfTheirMaking() {
        SplittableRandom random = new SplittableRandom(1);
        List<RunId> made = new ArrayList<>();
        for (long millis : new long[]{0, 1, 31, 32, 1_764_000_000_000L, 1_764_000_000_001L, (1L << 48) - 1}) {
            RunId id = RunId.create(Instant.ofEpochMilli(millis), random);
            assertTrue(RunId.isValid(id.text()), id::text);
            made.add(id);
        }
        assertEquals(made, made.stream().sorted().toList());
        assertEquals("0000000001", made.get(1).text().substring(0, 10));
        assertEquals("7ZZZZZZZZZ", made.getLast().text().substring(0, 10));
        HashSet<RunId> many = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(RunId.create(NOON, random));
        }
        assertEquals(10_000, many.size());
    }

    @Test
    void aSuccessorSortsRightAfter() {
        assertEquals("01M86PTPG0XX2K7RNTE4W1G056", ID.successor().text());
        assertEquals("01M86PTPG0XX2K7RNTE4W1H000", new RunId("01M86PTPG0XX2K7RNTE4W1GZZZ").successor().text());
        assertTrue(ID.compareTo(ID.successor()) < 0);
    }

    @Test
    void otherWordsAreNoIds() {
        for (String bad : List.of("", "01m86ptpg0xx2k7rnte4w1g055", "81M86PTPG0XX2K7RNTE4W1G055", ID + "0",
                "01M86PTPG0XX2K7RNTE4W1G05I", "../../../../../etc/passwd")) {
            assertFalse(RunId.isValid(bad), bad);
            assertThrows(IllegalArgumentException.class, () -> new RunId(bad));
        }
    }

    private static void assertOutcome(Outcome outcome, RunState state, @Nullable Integer code,
            @Nullable String reason) {
        Run ended = QUEUED.started(NOON).ended(outcome, NOON);
        assertEquals(new Run(ID, "backup", 3, Trigger.SCHEDULE, NOON, NOON, NOON, state, code, 1, reason, "box"),
                ended);
    }
}
