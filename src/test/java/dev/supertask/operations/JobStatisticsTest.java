package dev.supertask.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.store.RunSample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What becomes of the runs of a job in its statistics. Each run is one of a job that is due every minute.
class JobStatisticsTest {
    private static final Instant FIRST = Instant.parse("2026-11-24T12:00:00Z");

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<RunSample> newestFirst = new ArrayList<>();

    private void run(RunState state, @Nullable Duration late, @Nullable Duration took) {
        run(Trigger.SCHEDULE, 1, state, late, took);
    }

    private void run(Trigger trigger, int attempt, RunState state, @Nullable Duration late, @Nullable Duration took) {
        Instant due = FIRST.plus(Duration.ofMinutes(newestFirst.size()));
        Instant start = late == null ? null : due.plus(late);
        Instant end = start == null || took == null ? null : start.plus(took);
        newestFirst.addFirst(
                new RunSample(RunId.create(due, random), trigger, due, start, end, state, attempt, state.word()));
    }

    private JobStatistics statistics() {
        return JobStatistics.of("job", newestFirst);
    }

    private static Duration ms(long ms) {
        return Duration.ofMillis(ms);
    }

    @Test
    void aJobThatNeverRanHasNone() {
        assertEquals(new JobStatistics("job", 0, null, Map.of(), 0, null, null, null, List.of()), statistics());
    }

    @Test
    void durationsAreThoseOfRunsThatSucceeded() {
        run(RunState.SUCCEEDED, ms(0), ms(30));
        run(RunState.FAILED, ms(0), ms(1));
        run(RunState.TIMED_OUT, ms(0), ms(5000));
        run(RunState.STOPPED, ms(0), ms(2000));
        run(RunState.SUCCEEDED, ms(0), ms(10));
        run(RunState.SUCCEEDED, ms(0), ms(20));
        run(RunState.RUNNING, ms(0), null);
        assertEquals(new Spread(ms(20), ms(30), ms(30), ms(30)), statistics().duration());
    }

    @Test
    void latenessIsThatOfRunsThatTheirScheduleTriggeredAndThatHadOneAttempt() {
        run(RunState.FAILED, ms(7), ms(1));
        run(RunState.RUNNING, ms(9), null);
        run(Trigger.CATCH_UP, 1, RunState.SUCCEEDED, ms(3_600_000), ms(1));
        run(Trigger.MANUAL, 1, RunState.SUCCEEDED, ms(1000), ms(1));
        run(Trigger.SCHEDULE, 2, RunState.SUCCEEDED, ms(2000), ms(1));
        run(RunState.SKIPPED, null, null);
        assertEquals(new Spread(ms(7), ms(9), ms(9), ms(9)), statistics().lateness());
        assertEquals(1, statistics().retried());
    }

    @Test
    void aClockThatWasSetBackMakesNothingNegative() {
        run(RunState.SUCCEEDED, ms(-5), ms(-10));
        assertEquals(new Spread(ms(0), ms(0), ms(0), ms(0)), statistics().lateness());
        assertEquals(new Spread(ms(0), ms(0), ms(0), ms(0)), statistics().duration());
    }

    @Test
    void everyStateIsCountedAndTheLastOnesAreTold() {
        List<RunState> states = List.of(RunState.MISSED, RunState.SUCCEEDED, RunState.SUCCEEDED, RunState.LOST,
                RunState.QUEUED);
        states.forEach(state -> run(state, null, null));
        assertEquals(states, statistics().strip(), "oldest first");
        assertEquals(Map.of(RunState.MISSED, 1, RunState.SUCCEEDED, 2, RunState.LOST, 1, RunState.QUEUED, 1),
                statistics().counts());
        assertEquals(FIRST, statistics().oldest());
        for (int i = 0; i < 100; i++) {
            run(RunState.SKIPPED, null, null);
        }
        assertEquals(RunState.SKIPPED.word().repeat(30),
                statistics().strip().stream().map(RunState::word).collect(Collectors.joining()));
    }

    @Test
    void theLastFailureIsNothingThatSomebodyWanted() {
        run(RunState.FAILED, ms(0), ms(1));
        run(RunState.TIMED_OUT, ms(0), ms(1));
        run(RunState.STOPPED, ms(0), ms(1));
        run(RunState.SKIPPED, null, null);
        run(RunState.MISSED, null, null);
        assertEquals("timed-out", Optional.ofNullable(statistics().lastFailure()).map(RunSample::reason).orElse(""));
        newestFirst.clear();
        run(RunState.STOPPED, ms(0), ms(1));
        assertNull(statistics().lastFailure());
    }

    @Test
    void percentilesAreValuesThatWereMeasured() {
        assertEquals(new Spread(ms(50), ms(90), ms(99), ms(100)), ofNumbersTo(100));
        assertEquals(new Spread(ms(500), ms(900), ms(990), ms(1000)), ofNumbersTo(1000));
        assertEquals(new Spread(ms(1), ms(2), ms(2), ms(2)), ofNumbersTo(2));
        assertEquals(Optional.empty(), Spread.of(List.of()));
    }

    private static Spread ofNumbersTo(int most) {
        List<Duration> shuffled = new ArrayList<>(
                IntStream.rangeClosed(1, most).mapToObj(JobStatisticsTest::ms).toList());
        Collections.shuffle(shuffled, new Random(1));
        return Spread.of(shuffled).orElseThrow();
    }
}
