package dev.supertask.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Delivery;
import dev.supertask.job.Job;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.schedule.Frame;
import dev.supertask.store.JobRow;
import dev.supertask.testkit.Jobs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the clock and the scheduler's life do, also when it dies in the middle of its work: each slot of a job up
/// to what is planned has exactly one record, or one summary stands for it, and nothing is launched that has none, or
/// twice as the same attempt.
///
/// That holds after every single commit, so it does not matter where a scheduler dies: records and the plan beyond
/// them are written together, given back together, and nothing is launched before what led to it is written.
class EverySlotTest {
    private static final String SUMMARY = "every earlier one from ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 6})
    void hasOneRecord(long seed) {
        live(seed, 50);
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void hasOneRecordInALongLife(long seed) {
        live(seed, 250);
    }

    private void live(long seed, int events) {
        List<Job> jobs = List.of(Jobs.named("seven").when("@every 7s").build(),
                Jobs.named("five").when("*/5 * * * * *").zone("Europe/Berlin").build(),
                Jobs.named("mixed").when("@reboot", "*/3 * * * *", "@every 90s", "once").build(),
                Jobs.named("daily").when("0 3 * * *").build(),
                Jobs.named("all").when("@every 11m").catchUp(CatchUp.Mode.ALL, Duration.ofHours(10))
                        .delivery(Delivery.AT_LEAST_ONCE).build());
        SplittableRandom random = new SplittableRandom(seed);
        try (Bench bench = new Bench(folder, jobs.toArray(Job[]::new))) {
            for (int event = 0; event < events; event++) {
                happen(bench, random);
            }
            bench.dieAt(Integer.MAX_VALUE);
            bench.restart();
            bench.tick();
            jobs.forEach(job -> check(bench, job));
            List<String> attempts = bench.launcher.launched().stream()
                    .map(launch -> launch.run() + " " + launch.attempt()).toList();
            assertEquals(attempts.size(), new HashSet<>(attempts).size());
            assertTrue(bench.launcher.launched().stream().allMatch(launch -> launch.attempt() == 1
                    || bench.run(launch.run()).job().equals("all")), "only one job may be tried again");
            assertTrue(bench.launched().stream().allMatch(run -> bench.temp.store().run(run).isPresent()));
        }
    }

    private static void happen(Bench bench, SplittableRandom random) {
        switch (random.nextInt(26)) {
            case 0 -> bench.restart();
            case 1 -> bench.clock.move(Duration.ofMinutes(random.nextInt(150)));
            case 2 -> bench.clock.move(Duration.ofMinutes(-random.nextInt(120)));
            case 3 -> bench.clock.move(Duration.ofHours(random.nextInt(40)));
            case 4 -> bench.bootMachine("boot-" + random.nextInt(1000));
            case 5, 6, 7 -> bench.launcher.endAll();
            case 8, 9 -> bench.restartScheduler();
            case 10 -> {
                bench.scheduler.startNothingNew();
                bench.restartScheduler();
            }
            case 11 -> startAll(bench);
            case 12, 13 -> bench.dieAt(1 + random.nextInt(5));
            default -> bench.clock.move(Duration.ofMillis(random.nextInt(9000)));
        }
        if (random.nextInt(10) > 0) {
            try {
                Optional<Instant> next = bench.tick();
                assertTrue(next.isEmpty() || next.get().isAfter(bench.clock.instant()), "it would spin");
            } catch (Bench.Death dead) {
                bench.restartScheduler();
            }
        }
    }

    private static void startAll(Bench bench) {
        bench.launcher.live().forEach(bench.launcher::start);
    }

    private static void check(Bench bench, Job job) {
        JobRow row = bench.temp.store().job(job.name()).orElseThrow().row();
        List<Run> runs = bench.runs(job.name());
        HashSet<Instant> recorded = new HashSet<>();
        NavigableMap<Instant, Instant> summaries = new TreeMap<>();
        for (Run run : runs) {
            assertTrue(recorded.add(Bench.slot(run)), () -> "twice: " + run);
            if (run.state() == RunState.MISSED && Optional.ofNullable(run.reason()).orElse("").contains(SUMMARY)) {
                summaries.merge(Bench.slot(run), from(run), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        Frame frame = job.frame(bench.temp.store().folder().id(), row.plan().anchor());
        for (Optional<Instant> slot = job.next(frame.anchor().minusMillis(1), frame); slot.isPresent()
                && !slot.get().isAfter(row.plan().plannedThrough()); slot = job.next(slot.get(), frame)) {
            Instant at = slot.get();
            assertTrue(recorded.contains(at) || standsFor(summaries.ceilingEntry(at), at),
                    () -> job.name() + " has no record of " + at);
        }
    }

    private static Instant from(Run summary) {
        String reason = Optional.ofNullable(summary.reason()).orElseThrow();
        return Instant.parse(reason.substring(reason.indexOf(SUMMARY) + SUMMARY.length()));
    }

    private static boolean standsFor(Map.@Nullable Entry<Instant, Instant> summary, Instant slot) {
        return summary != null && !slot.isBefore(summary.getValue());
    }
}
