package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.Engines;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.RunningProgram.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An inline command runs as if it had been typed without us.
@Timeout(180)
class InlineCommandTest {
    @TempDir
    private Path folder;

    private BuiltProgram supertask() {
        return new BuiltProgram(folder);
    }

    @Test
    void printsWhatTheCommandPrintsAndNothingElse() throws Exception {
        assertEquals(new Result(0, "hello\n", ""), supertask().run("run", "--", "cmd:echo hello"));
    }

    @Test
    void exitsAsTheCommandExits() throws Exception {
        assertEquals(new Result(7, "", ""), supertask().run("run", "--", "cmd:exit 7"));
    }

    @Test
    void runsShellText() throws Exception {
        assertEquals(new Result(0, "b\n", ""), supertask().run("run", "--command", "echo a | tr a b"));
    }

    @Test
    void runsWordsWithoutAShellWithExec() throws Exception {
        assertEquals(new Result(0, "a | tr a b\n", ""),
                supertask().run("run", "--exec", "--command", "echo a | tr a b"));
    }

    @Test
    void exitsWith127WhenThereIsNoSuchProgram() throws Exception {
        Result shell = supertask().run("run", "--", "cmd:no-such-program");
        assertEquals(127, shell.exit());
        assertTrue(shell.err().contains("no-such-program"), shell.err());
        Result exec = supertask().run("run", "--exec", "--", "no-such-program");
        assertEquals(127, exec.exit());
        assertTrue(exec.err().startsWith("supertask: no program \"no-such-program\" on PATH ("), exec.err());
    }

    @Test
    void runsALineOfPython() throws Exception {
        Engines.require("python3");
        assertEquals(new Result(0, "hello\n", ""), supertask().run("run", "--", "python:print(\"hello\")"));
    }

    @Test
    void staysAndTellsWhenItWillRun() throws Exception {
        try (RunningProgram program = supertask().start("run", "--when=@daily", "--", "cmd:echo \"hello\"")) {
            program.awaitErr("inline  every day at 00:00  next [-0-9]+ 00:00:00 \\S+ \\(in .*\\)\n");
            program.awaitErr("logs: .*\n");
            assertTrue(program.alive());
            program.signal("TERM");
            assertEquals(143, program.result().exit());
        }
    }

    @Test
    void handsStandardInputToTheCommand() throws Exception {
        assertEquals(new Result(0, "x\n", ""), supertask().shell("echo x | supertask run -- cmd:cat"));
    }

    @Test
    void keepsStandardOutputAndStandardErrorApart() throws Exception {
        assertEquals(new Result(0, "out\n", "err\n"), supertask().run("run", "--", "echo out; echo err >&2"));
    }

    @Test
    void endsWithTheReaderOfItsOutput() throws Exception {
        Result result = supertask().shell("supertask run -- 'yes' | head -1; echo ${PIPESTATUS[0]}");
        assertEquals(new Result(0, "y\n141\n", ""), result);
    }

    @Test
    void passesBytesThatAreNoText() throws Exception {
        Result result = supertask().shell("head -c 1000000 /dev/urandom >in; supertask run -- cat <in | cmp - in");
        assertEquals(new Result(0, "", ""), result);
    }

    @Test
    void exitsWith128AndTheSignalThatEndedTheCommand() throws Exception {
        assertEquals(137, supertask().run("run", "--", "kill -9 $$").exit());
    }

    @Test
    void runsSeveralWordsAsTheyAre() throws Exception {
        assertEquals(new Result(0, "a  b\n$HOME\n*\n\n", ""),
                supertask().run("run", "--", "printf", "%s\\n", "a  b", "$HOME", "*", ""));
    }

    @Test
    void leavesAnAtSignAlone() throws Exception {
        BuiltProgram supertask = supertask();
        supertask.write("body.json", "--version");
        assertEquals(new Result(0, "@body.json\n", ""), supertask.run("run", "--", "echo", "@body.json"));
    }

    @Test
    void runsInTheCurrentDirectoryWithTheEnvironmentOfTheShell() throws Exception {
        BuiltProgram supertask = supertask().with("COLOUR", "grün");
        assertEquals(new Result(0, supertask.work() + " grün\n", ""), supertask.run("run", "--", "echo $PWD $COLOUR"));
    }

    @Test
    void runsTheSameCommandTwiceAtOnce() throws Exception {
        BuiltProgram supertask = supertask();
        try (RunningProgram one = supertask.start("run", "--", "echo in; cat");
                RunningProgram two = supertask.start("run", "--", "echo in; cat")) {
            one.awaitOut("in");
            two.awaitOut("in");
            one.endInput();
            two.endInput();
            assertEquals(0, one.result().exit());
            assertEquals(0, two.result().exit());
        }
        assertEquals(2, supertask.run("list-runs", "--state", "succeeded", "--output", "csv").out().lines().skip(1)
                .count());
    }

    @Test
    void recordsTheRunWithItsLog() throws Exception {
        BuiltProgram supertask = supertask();
        supertask.run("run", "--ns", "mine", "--name", "greet", "--", "echo out; echo err >&2; exit 3");
        Result runs = supertask.run("list-runs", "--ns", "mine", "--output", "csv");
        assertTrue(runs.out().matches("(?s)id,.*\n[0-9A-Z]{26},mine,greet,1,schedule,.*,failed,3,1,.*"), runs.out());
        Result log = supertask.run("logs", "greet");
        assertEquals("err out", String.join(" ", log.out().lines().sorted().toList()));
    }

    @Test
    void runsBesideASchedulerOfItsNamespace() throws Exception {
        BuiltProgram supertask = supertask();
        supertask.write("supertask.yaml", "namespace: ops\njobs:\n  late: {when: '@yearly', run: echo}\n");
        try (RunningProgram scheduler = supertask.start("run")) {
            scheduler.awaitErr("logs: ");
            assertEquals(new Result(0, "hello\n", ""), supertask.run("run", "--ns", "ops", "--", "echo hello"));
            Result jobs = supertask.run("list-jobs", "--ns", "ops");
            assertTrue(jobs.out().contains("inline") && jobs.out().contains("late"), jobs.out());
            assertTrue(scheduler.alive());
        }
    }

    @Test
    void keepsAStoreInMemoryOnlyAsLongAsItRuns() throws Exception {
        BuiltProgram supertask = supertask();
        assertEquals(new Result(4, "hello\n", ""),
                supertask.run("run", "--store", "memory:", "--", "echo hello; exit 4"));
        assertTrue(Files.notExists(supertask.store()));
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertEquals(0, left.count());
        }
    }
}
