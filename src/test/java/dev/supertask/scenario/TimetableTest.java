package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A timetable over its life: run, run again, edited, taken over.
@Timeout(60)
class TimetableTest {
    @TempDir
    private Path folder;
    private InProcess supertask;

    @BeforeEach
    void aWorld() {
        supertask = new InProcess(folder);
    }

    @Test
    void runsOnceAndSaysNextTimeThatItIsDone() throws Exception {
        supertask.write("supertask.yaml", "namespace: ops\njobs:\n  a: {when: once, run: echo hi}\n");
        Result first = supertask.run("run");
        assertEquals(0, first.exit());
        assertTrue(first.err().contains("a started, run ") && first.err().contains("a succeeded after "), first.err());
        assertEquals("", first.out());
        Result second = supertask.run("run");
        assertEquals(0, second.exit());
        assertTrue(
                second.err()
                        .matches("(?s).* a  once, right away  done: succeeded [-0-9]+ [:0-9]+, run [0-9A-Z]{26}\n.*"),
                second.err());
        assertFalse(second.err().contains("started"), second.err());
        assertEquals(1, count("list-runs"));
    }

    @Test
    void exitsWith1WhenARunDidNotSucceed() throws Exception {
        supertask.write("supertask.yaml", """
                namespace: ops
                jobs:
                  good: {when: once, run: "true"}
                  bad: {when: once, run: exit 3}
                """);
        Result result = supertask.run("run");
        assertEquals(1, result.exit());
        assertTrue(
                result.err().matches("(?s).*bad failed after \\S+ m?s: exit code 3 · supertask logs [0-9A-Z]{26}\n.*"),
                result.err());
    }

    @Test
    void makesANewVersionOfAnEditedJobOnlyAndKeepsItsPlan() throws Exception {
        supertask.write("supertask.yaml", """
                namespace: ops
                jobs:
                  edited: {when: once, run: echo one}
                  same: {when: once, run: echo}
                  gone: {when: once, run: echo}
                """);
        supertask.run("run");
        supertask.write("supertask.yaml", """
                namespace: ops
                jobs:
                  edited: {when: once, run: echo two}
                  same: {when: once, run: echo}
                  fresh: {when: once, run: echo}
                """);
        Result applied = supertask.run("run");
        assertTrue(applied.err().contains("applied supertask.yaml: 1 new, 1 changed, 1 retired, 1 as they were"),
                applied.err());
        assertEquals("edited 2, fresh 1, same 1", supertask.run("list-jobs", "--output", "json").out()
                .replaceAll(
                        "(?s)\\{\\s*\"namespace\".*?\"name\"\\s*:\\s*\"(\\w+)\".*?\"version\"\\s*:\\s*(\\d+).*?\"updatedAt\"[^}]*\\}",
                        "$1 $2")
                .replaceAll("[\\[\\]\n]", "").replaceAll("\\s*,\\s*", ", ").strip());
        assertEquals(4, count("list-runs"), "the edited job is done, as it was before");
    }

    @Test
    void keepsTheRunsOfARetiredJob() throws Exception {
        supertask.write("supertask.yaml", "namespace: ops\njobs:\n  old: {when: once, run: echo old}\n");
        supertask.run("run");
        supertask.write("supertask.yaml", "namespace: ops\njobs:\n  new: {when: once, run: echo new}\n");
        supertask.run("run");
        assertEquals(1, count("list-jobs"));
        assertEquals(2, count("list-runs"));
        assertEquals("old\n", supertask.run("logs", "old").out());
    }

    @Test
    void refusesTheNamespaceOfAnotherTimetableUnlessItAdoptsIt() throws Exception {
        supertask.write("one.yaml", "namespace: ops\njobs:\n  a: {when: once, run: echo}\n");
        supertask.write("two.yaml", "namespace: ops\njobs:\n  b: {when: once, run: echo}\n");
        assertEquals(0, supertask.run("run", "--file", "one.yaml").exit());
        Result refused = supertask.run("run", "--file", "two.yaml");
        String user = System.getProperty("user.name");
        String work = supertask.work().toRealPath().toString();
        assertEquals(new Result(1, "", "supertask: namespace \"ops\" belongs to " + work + "/one.yaml (" + user
                + "@host) · --adopt makes it belong to " + work + "/two.yaml (" + user
                + "@host), or choose another with --ns\n"), refused);
        assertEquals(1, count("list-runs"));
        assertEquals(0, supertask.run("run", "--file", "two.yaml", "--adopt").exit());
        assertEquals(1, supertask.run("run", "--file", "one.yaml").exit());
    }

    @Test
    void runsStoredJobsWithoutTheirText() throws Exception {
        Path file = supertask.write("supertask.yaml", "namespace: ops\njobs:\n  a: {when: once, run: echo}\n");
        supertask.run("run");
        Files.delete(file);
        Result result = supertask.run("run", "--stored", "--ns", "op");
        assertEquals(0, result.exit());
        assertTrue(result.err().startsWith("namespace ops, 1 job\n  a  once, right away  done: "), result.err());
    }

    @Test
    void runsSeveralFilesAtOnce() throws Exception {
        supertask.write("one.yaml", "namespace: one\njobs:\n  a: {when: once, run: echo}\n");
        supertask.write("two.yaml", "namespace: two\njobs:\n  b: {when: once, run: exit 1}\n");
        assertEquals(1, supertask.run("run", "--file", "one.yaml", "--file", "two.yaml").exit());
        assertEquals(2, count("list-runs"));
    }

    @Test
    void readsATimetableFromStandardInput() {
        Result result = supertask.typing("jobs: {a: {when: once, run: 'echo from stdin'}}").run("run", "--file", "-",
                "--follow-output");
        assertEquals(0, result.exit(), result.err());
        assertEquals("a | from stdin\n", result.out());
    }

    @Test
    void takesTheNamespaceOfTheCommandLineOverThatOfTheText() throws Exception {
        supertask.write("supertask.yaml", "namespace: ops\njobs:\n  a: {when: once, run: echo $SUPERTASK_NAMESPACE}\n");
        assertEquals("a | mine\n", supertask.run("run", "--ns", "mine", "--follow-output").out());
    }

    @Test
    void storesNothingAndStartsNothingWhenOneOfTheTextsHasAMistake() throws Exception {
        supertask.write("good.yaml", "namespace: good\njobs:\n  a: {when: once, run: touch ran}\n");
        supertask.write("bad.yaml", "namespace: bad\njobs:\n  a: {when: once, run: touch ran, tiemout: 1h}\n");
        Result result = supertask.run("run", "--file", "good.yaml", "--file", "bad.yaml");
        assertEquals(new Result(2, "", """
                bad.yaml:3:35: unknown key "tiemout" in job "a" · did you mean "timeout"?
                    3 |   a: {when: once, run: touch ran, tiemout: 1h}
                      |                                   ^~~~~~~
                """), result);
        assertTrue(Files.notExists(supertask.store()));
        assertTrue(Files.notExists(supertask.work().resolve("ran")));
    }

    @Test
    void keepsATimetableInMemoryOnlyAsLongAsItRuns() throws Exception {
        supertask.write("supertask.yaml", "namespace: ops\njobs:\n  a: {when: once, run: echo hi}\n");
        for (int again = 0; again < 2; again++) {
            Result result = supertask.run("run", "--store", "memory:", "--follow-output");
            assertEquals(0, result.exit(), result.err());
            assertEquals("a | hi\n", result.out());
        }
        assertTrue(Files.notExists(supertask.store()));
        try (var left = Files.list(folder)) {
            assertEquals(0, left.filter(path -> path.getFileName().toString().startsWith("supertask-memory")).count());
        }
    }

    private long count(String listing) {
        return supertask.run(listing, "--output", "csv").out().lines().skip(1).count();
    }
}
