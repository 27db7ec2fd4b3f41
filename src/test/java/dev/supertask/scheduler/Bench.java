package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import dev.supertask.job.Job;
import dev.supertask.launch.Launch;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.store.JobSource;
import dev.supertask.store.RunFilter;
import dev.supertask.testkit.RecordingLauncher;
import dev.supertask.testkit.SettableClock;
import dev.supertask.testkit.TempStore;

/// A scheduler whose time, launches and deaths a test decides. It begins at noon.
final class Bench implements AutoCloseable, Events {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Boot BOOT = new Boot("boot-1", Instant.parse("2026-11-24T11:00:00Z"));

    final SettableClock clock = new SettableClock("2026-11-24T12:00:00Z");
    final RecordingLauncher launcher;
    final TempStore temp;
    /// `started JOB`, `ended JOB STATE`, `never JOB STATE`, `again JOB`.
    final List<String> told = new CopyOnWriteArrayList<>();
    final AtomicInteger wakes = new AtomicInteger();
    Scheduler scheduler;
    private final SplittableRandom random = new SplittableRandom(42);
    private Boot boot = BOOT;
    private int maxRuns = Settings.DEFAULT_MAX_RUNS;
    private int steps = Integer.MAX_VALUE;

    /// The scheduler's, in the middle of its work.
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// A bench whose scheduler looks after these jobs.
    Bench(Path folder, Job... jobs) {
        temp = TempStore.in(folder);
        launcher = new RecordingLauncher(clock, temp.store().folder().journal());
        launcher.onLaunch(_ -> step());
        scheduler = fresh();
        apply(jobs);
        scheduler.start(clock.instant());
    }

    void apply(Job... jobs) {
        temp.store().apply(List.of(jobs), JobSource.TIMETABLE, clock.instant());
    }

    /// The scheduler dies with all that it knows, and the keeper with all that it runs; others take over.
    void restart() {
        launcher.keeperDies();
        temp.reopen();
        begin();
    }

    /// The scheduler dies with all that it knows; the keeper and what it runs go on, and another scheduler takes
    /// over.
    void restartScheduler() {
        launcher.watchersDie();
        temp.reopen();
        begin();
    }

    private void begin() {
        scheduler = fresh();
        try {
            scheduler.start(clock.instant());
        } catch (Death dead) {
            restartScheduler();
        }
    }

    /// Has the scheduler die at a later step: when it launches something, or has written down what it tells.
    void dieAt(int later) {
        steps = later;
    }

    private void step() {
        if (--steps == 0) {
            steps = Integer.MAX_VALUE;
            throw new Death();
        }
    }

    /// The machine is restarted: who answered for what runs did so before that.
    void bootMachine(String id) {
        bootMachine(id, false);
    }

    /// The machine is restarted, long after the scheduler died and its keeper, if so, left in good order.
    void bootMachine(String id, boolean keeperLeft) {
        boot = new Boot(id, clock.instant());
        temp.execute("update run set runner_boot = 'an earlier one' where finished_at is null");
        launcher.machineDies("an earlier one", keeperLeft);
        temp.reopen();
        begin();
    }

    void boot(Boot newBoot) {
        boot = newBoot;
        restart();
    }

    void limitRuns(int most) {
        maxRuns = most;
        restart();
    }

    private Scheduler fresh() {
        Settings settings = new Settings("box", Map.of(), boot, clock.instant(), maxRuns, random);
        return new Scheduler(temp.store(), launcher, this, settings, wakes::incrementAndGet);
    }

    Optional<Instant> tick() {
        return scheduler.tick(clock.instant());
    }

    /// Moves the clock and ticks.
    Optional<Instant> tickAfter(Duration by) {
        clock.move(by);
        return tick();
    }

    Optional<Instant> tickAt(String time) {
        clock.set(Instant.parse("2026-11-24T" + time + "Z"));
        return tick();
    }

    /// The one live launch.
    RunId only() {
        assertEquals(1, launcher.live().size(), "live launches");
        return launcher.live().getFirst();
    }

    /// Everything live has run and ended well, and the scheduler has heard of it.
    void endAll() {
        launcher.endAll();
        tick();
    }

    void end(RunId run, int status) {
        launcher.start(run);
        launcher.end(run, new Outcome.Exited(status));
        tick();
    }

    Run run(RunId id) {
        return temp.store().run(id).orElseThrow();
    }

    /// A job's records, oldest slot first.
    List<Run> runs(String job) {
        List<Run> runs = new ArrayList<>(temp.store().runs(RunFilter.ofJob(job, 1_000_000)));
        runs.sort((a, b) -> slot(a).compareTo(slot(b)));
        return runs;
    }

    /// A job's records as `TIME STATE`, oldest slot first.
    List<String> records(String job) {
        return runs(job).stream().map(run -> slot(run).toString().substring(11, 19) + " " + run.state().word())
                .toList();
    }

    List<String> records(String job, RunState state) {
        return records(job).stream().filter(record -> record.endsWith(" " + state.word())).toList();
    }

    List<RunId> launched() {
        return launcher.launched().stream().map(Launch::run).toList();
    }

    static Instant slot(Run run) {
        return Optional.ofNullable(run.scheduledAt()).orElseThrow();
    }

    @Override
    public void started(Run run) {
        told.add("started " + run.job());
        step();
    }

    @Override
    public void ended(Run run) {
        told.add("ended " + run.job() + " " + run.state().word());
        step();
    }

    @Override
    public void never(Run run) {
        told.add("never " + run.job() + " " + run.state().word());
        step();
    }

    @Override
    public void again(Run run) {
        told.add("again " + run.job());
        step();
    }

    @Override
    public void wrote(Run run, ByteBuffer output) {
        told.add("wrote " + run.job() + " " + output.remaining());
    }

    @Override
    public void close() {
        launcher.close();
        temp.close();
    }
}
