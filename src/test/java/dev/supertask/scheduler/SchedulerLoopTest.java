package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import dev.supertask.job.Job;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.scheduler.SchedulerLoop.Farewell;
import dev.supertask.testkit.Await;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@SuppressWarnings("NullAway.Init") // each test begins with run or start
class SchedulerLoopTest {
    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    Path folder;
    private final Nap nap = new Nap();
    private final AtomicLong monotonic = new AtomicLong();
    private final List<Duration> jumps = new CopyOnWriteArrayList<>();
    private Bench bench;
    private SchedulerLoop loop;
    private Thread thread;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void returnsWhenNothingIsLeftToDo() {
        run(Jobs.named("a").build());
        until("it was launched", () -> bench.launcher.live().size() == 1);
        bench.launcher.endAll();
        nap.wake();
        assertTrue(ended());
        assertEquals(List.of("12:00:00 succeeded"), bench.records("a"));
    }

    @Test
    void goesOnAtEachOccurrence() {
        run(Jobs.named("a").when("@every 1m").build());
        for (int minute = 1; minute <= 3; minute++) {
            pass(Duration.ofMinutes(1));
            int expected = minute;
            until("launch " + minute, () -> bench.launched().size() == expected);
            bench.launcher.endAll();
            until("it is recorded", () -> bench.told.contains("ended a succeeded"));
            bench.told.clear();
        }
        loop.end("enough");
        assertTrue(ended());
    }

    @Test
    void whatEndsWithinTheGraceEndsByItself() {
        run(Jobs.named("a").when("@every 1h").build());
        RunId run = launchOne();
        loop.end("supertask was ended by SIGTERM");
        pass(GRACE.minusMillis(1));
        nap.wake();
        bench.launcher.end(run, new Outcome.Exited(0));
        nap.wake();
        assertTrue(ended());
        assertEquals(RunState.SUCCEEDED, bench.run(run).state());
        assertEquals(List.of(), bench.launcher.stops());
    }

    @Test
    void whatOutlastsTheGraceIsStoppedWithTheReason() {
        run(Jobs.named("a").when("@every 1h").build());
        RunId run = launchOne();
        loop.end("supertask was ended by SIGTERM");
        ticked();
        pass(GRACE);
        until("it is stopped", () -> bench.launcher.stops().size() == 1);
        assertEquals(Duration.ofSeconds(10), bench.launcher.stops().getFirst().killAfter());
        assertTrue(thread.isAlive(), "it waits for the end of what it stopped");
        bench.launcher.end(run, new Outcome.Signalled(15));
        nap.wake();
        assertTrue(ended());
        assertEquals(RunState.STOPPED, bench.run(run).state());
        assertEquals("supertask was ended by SIGTERM", bench.run(run).reason());
    }

    @Test
    void aSecondEndKillsAtOnce() {
        run(Jobs.named("a").when("@every 1h").build());
        RunId run = launchOne();
        loop.end("SIGINT");
        loop.end("SIGINT");
        until("it is killed", () -> bench.launcher.stops().size() == 1);
        assertEquals(Duration.ZERO, bench.launcher.stops().getFirst().killAfter());
        bench.launcher.end(run, new Outcome.Signalled(9));
        nap.wake();
        assertTrue(ended());
        assertEquals(RunState.STOPPED, bench.run(run).state());
    }

    @Test
    void aSecondEndAfterTheGraceKillsWhatWasOnlyAsked() {
        run(Jobs.named("a").when("@every 1h").build());
        RunId run = launchOne();
        loop.end("SIGINT");
        ticked();
        pass(GRACE);
        until("it is asked to end", () -> bench.launcher.stops().size() == 1);
        loop.end("SIGINT");
        until("it is killed", () -> bench.launcher.stops().size() == 2);
        assertEquals(Duration.ZERO, bench.launcher.stops().getLast().killAfter());
        bench.launcher.end(run, new Outcome.Signalled(9));
        nap.wake();
        assertTrue(ended());
    }

    @Test
    void nothingNewIsStartedAndWhatWaitsIsGivenBack() {
        Job[] jobs = IntStream.range(0, 3).mapToObj(i -> Jobs.named("j" + i).when("@every 1h").build())
                .toArray(Job[]::new);
        bench = new Bench(folder, jobs);
        bench.limitRuns(1);
        start();
        RunId first = launchOne();
        loop.end("SIGTERM");
        until("what waits is given back", () -> bench.temp.query("select id from run").size() == 1);
        bench.clock.move(Duration.ofHours(1)); // the grace does not go by this clock
        bench.launcher.end(first, new Outcome.Exited(0));
        nap.wake();
        assertTrue(ended());
        assertEquals(1, bench.launched().size());
        assertEquals(1, bench.temp.query("select id from run").size(), "no slot of the next hour");
        assertEquals(List.of("succeeded"), bench.temp.query("select state from run"));
    }

    @Test
    void anEndBeforeTheFirstTickStartsNothing() {
        bench = new Bench(folder, Jobs.named("a").build());
        loop = loop();
        loop.end("SIGTERM");
        loop.run();
        assertEquals(List.of(), bench.launched());
        assertFalse(bench.scheduler.anyUnsuccessful());
    }

    @Test
    void aJumpOfTheClockIsToldOnce() {
        run(Jobs.named("a").when("@every 1h").build());
        ticked();
        bench.clock.move(Duration.ofMinutes(30));
        until("the jump is told", () -> !jumps.isEmpty());
        ticked();
        bench.clock.move(Duration.ofDays(-1));
        until("the other jump is told", () -> jumps.size() > 1);
        ticked();
        assertEquals(List.of(Duration.ofMinutes(30), Duration.ofDays(-1)), jumps);
        loop.end("enough");
        assertTrue(ended());
    }

    @Test
    void withDetachedJobsItLeavesAtOnceAndWhatRunsIsLeftAlone() {
        bench = new Bench(folder, Jobs.named("a").when("@every 1h").build());
        loop = new SchedulerLoop(List.of(bench.scheduler), new Clocks(bench.clock, monotonic::get), nap,
                new Farewell(GRACE, true), jumps::add, () -> {});
        thread = Thread.ofPlatform().start(loop::run);
        RunId run = launchOne();
        loop.end("SIGTERM");
        assertTrue(ended());
        assertEquals(List.of(), bench.launcher.stops());
        assertEquals(RunState.RUNNING, bench.run(run).state());
        bench.restartScheduler();
        assertEquals(List.of(run), bench.launcher.adopted());
    }

    private void run(Job job) {
        bench = new Bench(folder, job);
        start();
    }

    private void start() {
        loop = loop();
        thread = Thread.ofPlatform().start(loop::run);
    }

    private SchedulerLoop loop() {
        return new SchedulerLoop(List.of(bench.scheduler), new Clocks(bench.clock, monotonic::get), nap,
                new Farewell(GRACE, false), jumps::add, () -> {});
    }

    /// Time passes, on both clocks.
    private void pass(Duration time) {
        monotonic.addAndGet(time.toNanos());
        bench.clock.move(time);
    }

    private RunId launchOne() {
        pass(Duration.ofHours(1));
        until("it is launched", () -> bench.launcher.live().size() == 1);
        RunId run = bench.launcher.live().getFirst();
        bench.launcher.start(run);
        until("it is recorded", () -> bench.told.stream().anyMatch(line -> line.startsWith("started")));
        return run;
    }

    /// The loop has seen the clock as it stands, twice.
    private void ticked() {
        for (int times = 0; times < 2; times++) {
            long before = bench.clock.looks();
            until("another tick", () -> bench.clock.looks() >= before + 2);
        }
    }

    /// Wakes the loop while it waits, as a real clock and real launchers would.
    private void until(String what, BooleanSupplier condition) {
        Await.until(what, () -> {
            nap.wake();
            return condition.getAsBoolean();
        });
    }

    private boolean ended() {
        try {
            return thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
