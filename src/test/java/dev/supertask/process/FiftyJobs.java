package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;

/// Fifty jobs, each every second, while others keep asking: the story behind [FiftyJobsTest].
final class FiftyJobs {
    private static final int JOBS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final BuiltProgram supertask;
    private final InProcess asker;
    private final List<Duration> waits = new ArrayList<>();

    /// One line of `list-runs`.
    private record Row(String id, String job, OffsetDateTime slot, String state, String exit) {}

    FiftyJobs(Path folder) {
        supertask = new BuiltProgram(folder);
        asker = new InProcess(folder);
    }

    void runFor(Duration duration) throws Exception {
        StringBuilder text = new StringBuilder("namespace: fifty\njobs:\n");
        for (int job = 0; job < JOBS; job++) {
            text.append("  job-").append(job).append(": {every: 1s, run: echo $SUPERTASK_OCCURRENCE}\n");
        }
        supertask.write("supertask.yaml", text.toString());
        try (RunningProgram scheduler = supertask.start("run", "--quiet")) {
            Waiting.until("it has begun",
                    () -> asker.run("list-jobs", "--output", "csv").out().lines().count() == JOBS + 1);
            long end = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() < end) {
                ask();
                assertEquals(0, supertask.run("list-jobs").exit());
            }
            scheduler.signal("TERM");
            RunningProgram.Result result = scheduler.result();
            assertEquals(143, result.exit());
            assertEquals("", result.err());
        }
        assertTrue(waits.stream().allMatch(wait -> wait.compareTo(PATIENCE) < 0), waits::toString);
        everySlotOnce(duration);
    }

    private void ask() {
        for (int time = 0; time < 3; time++) {
            long before = System.nanoTime();
            InProcess.Result answer = asker.run("list-jobs", "--output", "csv");
            waits.add(Duration.ofNanos(System.nanoTime() - before));
            assertEquals(0, answer.exit(), answer.err());
            assertEquals(JOBS, answer.out().lines().skip(1).count());
        }
    }

    private void everySlotOnce(Duration duration) {
        InProcess.Result runs = asker.run("list-runs", "--limit", "100000", "--output", "csv");
        Map<String, List<Row>> byJob = new TreeMap<>();
        runs.out().lines().skip(1).map(FiftyJobs::row)
                .forEach(row -> byJob.computeIfAbsent(row.job, _ -> new ArrayList<>()).add(row));
        assertEquals(JOBS, byJob.size());
        byJob.values().forEach(rows -> everySlotOnce(rows.reversed(), duration));
    }

    private void everySlotOnce(List<Row> rows, Duration duration) {
        OffsetDateTime slot = rows.getFirst().slot;
        for (Row row : rows) {
            assertEquals(slot, row.slot, () -> "of " + rows);
            assertEquals("succeeded 0", row.state + " " + row.exit, () -> row + " of " + rows);
            slot = slot.plusSeconds(1);
        }
        assertTrue(rows.size() >= duration.toSeconds(), () -> rows.size() + " runs in " + duration);
        Row last = rows.getLast();
        String log = asker.run("logs", last.id).out().strip();
        assertEquals(last.slot.toInstant(), OffsetDateTime.parse(log).toInstant());
        assertTrue(rows.stream().allMatch(this::hasLog), "each has a log");
    }

    private boolean hasLog(Row row) {
        Path folder = supertask.store().resolve("fifty").resolve("runs").resolve(row.id.substring(0, 5));
        return folder.resolve(row.id).resolve("log").toFile().length() > 10;
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        return new Row(cells[0], cells[2], OffsetDateTime.parse(cells[5]), cells[9], cells[10]);
    }
}
