package dev.supertask.process.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;
import dev.supertask.wire.RunJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What runs goes on while its scheduler dies, or leaves, and another one comes.
@Timeout(180)
class RestartsTest {
    private static final int JOBS = 20;

    @TempDir
    private Path folder;
    private Site site;

    @BeforeEach
    void aSite() {
        site = new Site(folder);
    }

    @Test
    void areSurvivedByTwentyJobs() throws Exception {
        surviveThreeRestarts(Duration.ofSeconds(10));
    }

    @Tag("full")
    @Test
    void areSurvivedByTwentyJobsOfHalfAMinute() throws Exception {
        surviveThreeRestarts(Duration.ofSeconds(30));
    }

    private void surviveThreeRestarts(Duration each) throws Exception {
        StringBuilder text = new StringBuilder("namespace: ops\njobs:\n");
        for (int job = 0; job < JOBS; job++) {
            text.append("  job-").append(job).append(": {when: once, run: 'echo begins; echo x >>started; sleep ")
                    .append(each.toSeconds()).append("; echo ends; exit ").append(job).append("'}\n");
        }
        site.write("supertask.yaml", text.toString());
        try (RunningProgram first = site.run()) {
            Waiting.until("all run", () -> started() == JOBS);
            Site.kill(first);
        }
        try (RunningProgram second = site.run()) {
            second.awaitErr("namespace ops, 20 jobs");
            allRun();
            Site.kill(second);
        }
        try (RunningProgram third = site.run("--detach-jobs")) {
            third.awaitErr("namespace ops, 20 jobs");
            allRun();
            Site.end(third);
        }
        allRun();
        try (RunningProgram last = site.run()) {
            assertEquals(1, last.result().exit(), last::err);
        }
        assertEquals(JOBS, started());
        Map<String, RunJson> runs = site.runs("ops").stream().collect(Collectors.toMap(RunJson::job, run -> run));
        for (int job = 0; job < JOBS; job++) {
            RunJson run = Objects.requireNonNull(runs.get("job-" + job));
            long took = Objects.requireNonNull(run.durationMs());
            assertEquals((job == 0 ? "succeeded " : "failed ") + job + " 1",
                    run.state() + " " + run.exitCode() + " " + run.attempt());
            assertEquals("begins\nends\n", site.log(run, 1));
            assertTrue(took > each.toMillis() - 1_000 && took < each.toMillis() + 5_000,
                    run::toString);
        }
        site.nothingIsLeft();
    }

    private void allRun() {
        assertEquals(JOBS, site.runs("ops").stream().filter(run -> run.state().equals("running")).count());
    }

    private long started() throws Exception {
        Path file = site.work().resolve("started");
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    @Test
    void leaveTimeoutsInForce() throws Exception {
        site.write("supertask.yaml", """
                namespace: ops
                jobs:
                  late: {when: once, timeout: 3s, kill-after: 1s, run: "trap '' TERM; while :; do sleep 0.1; done"}
                """);
        try (RunningProgram first = site.run()) {
            first.awaitErr(" late started");
            Site.kill(first);
        }
        try (RunningProgram second = site.run()) {
            second.awaitErr(" late timed-out after .*: took longer than its timeout of 3s");
            assertEquals(1, second.result().exit());
        }
        RunJson run = site.onlyRun("ops", "late");
        assertEquals("timed-out 137", run.state() + " " + run.exitCode());
        assertTrue(Objects.requireNonNull(run.durationMs()) < 15_000, run::toString);
        site.nothingIsLeft();
    }

    @Test
    void ofOneNamespaceLeaveNoHoleInTheSlotsOfOthers() throws Exception {
        for (String name : List.of("one", "two", "three")) {
            site.write(name + ".yaml", "namespace: " + name + "\njobs: {tick: {every: 1s, run: echo}}\n");
        }
        try (RunningProgram one = site.run("--file", "one.yaml"); RunningProgram two = site.run("--file", "two.yaml")) {
            one.awaitErr(" tick succeeded");
            two.awaitErr(" tick succeeded");
            for (int death = 0; death < 3; death++) {
                try (RunningProgram three = site.run("--file", "three.yaml")) {
                    three.awaitErr("(?s) tick succeeded.* tick succeeded.* tick succeeded");
                    Site.kill(three);
                }
            }
            Site.end(one);
            Site.end(two);
            try (RunningProgram three = site.run("--file", "three.yaml")) {
                three.awaitErr(" tick succeeded");
                Site.end(three);
            }
        }
        for (String name : List.of("one", "two")) {
            List<RunJson> runs = site.runs(name);
            assertTrue(runs.size() >= 5, () -> name + " has " + runs.size());
            OffsetDateTime slot = Objects.requireNonNull(runs.getFirst().scheduledAt());
            // Before its keeper is there a run may still wait when the next one is due.
            boolean begun = false;
            for (RunJson run : runs) {
                assertEquals(slot, run.scheduledAt(), () -> name + ": " + runs);
                begun |= run.startedAt() != null;
                assertEquals(begun ? "succeeded" : "skipped", run.state(), run::toString);
                slot = slot.plus(Duration.ofSeconds(1));
            }
        }
        site.nothingIsLeft();
    }
}
