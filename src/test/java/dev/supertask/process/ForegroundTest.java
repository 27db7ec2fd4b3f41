package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.RunningProgram.Result;
import dev.supertask.testkit.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A timetable in the foreground: what it tells, and how it is ended.
@Timeout(180)
class ForegroundTest {
    @TempDir
    private Path folder;
    private BuiltProgram supertask;

    @BeforeEach
    void aWorld() {
        supertask = new BuiltProgram(folder);
    }

    private void timetable(String jobs) throws IOException {
        supertask.write("supertask.yaml", "namespace: ops\ntimezone: UTC\njobs:\n" + jobs.indent(2));
    }

    @Test
    void tellsAtStartWhenEachJobRunsAndWhereLogsAre() throws Exception {
        timetable("""
                backup: {when: "0 3 * * *", run: echo}
                tick: {every: 1s, run: echo}
                off: {when: "@daily", enabled: false, run: echo}
                """);
        try (RunningProgram program = supertask.start("run")) {
            program.awaitErr("tick succeeded after ");
            String told = program.err();
            assertTrue(told.startsWith("namespace ops, 3 jobs\n"), told);
            assertTrue(told.matches("(?s).*\n  backup  every day at 03:00  next [-0-9]+ 03:00:00 UTC \\(in .*?\\)\n.*"),
                    told);
            assertTrue(told.matches("(?s).*\n  off     every day at 00:00  disabled\n.*"), told);
            assertTrue(told.matches("(?s).*\n  tick    every second        next [-0-9]+ [:0-9]+ UTC \\(now\\)\n.*"),
                    told);
            assertTrue(told.contains("logs: supertask logs JOB, or the files under " + supertask.store()
                    + "/ops/runs\n"), told);
            assertEquals("", program.out());
        }
    }

    @Test
    void showsTheJobsOwnLinesBehindTheirNames() throws Exception {
        timetable("""
                a: {when: once, run: "printf 'one\\ntwo'; echo err >&2"}
                b: {when: once, run: cat; pwd}
                """);
        Result result = supertask.run("run", "--follow-output");
        assertEquals(0, result.exit());
        assertEquals(List.of("a | one", "a | twoerr", "b | " + supertask.work()),
                result.out().lines().sorted().toList());
    }

    @Test
    void letsRunsEndAfterTheFirstSigint() throws Exception {
        timetable("a: {when: once, run: 'echo ready; while ! [ -e go ]; do sleep 0.05; done; echo bye'}");
        try (RunningProgram program = supertask.start("run", "--follow-output", "--grace", "1h")) {
            program.awaitOut("ready");
            program.signal("INT");
            program.awaitErr(
                    "SIGINT: nothing new is started; what runs may go on for 1 h \\(once more: end it at once\\)");
            supertask.write("go", "");
            Result result = program.result();
            assertEquals(130, result.exit());
            assertEquals("a | ready\na | bye\n", result.out());
            assertTrue(result.err().contains(" a succeeded after "), result.err());
        }
    }

    @Test
    void stopsRunsThatAreStillThereAfterTheGrace() throws Exception {
        timetable("a: {when: once, run: 'echo $$; exec sleep 600'}");
        try (RunningProgram program = supertask.start("run", "--follow-output", "--grace", "100ms")) {
            long child = Long.parseLong(program.awaitOut("(\\d+)\n"));
            program.signal("TERM");
            Result result = program.result();
            assertEquals(143, result.exit());
            assertTrue(result.err().matches("(?s).* a stopped after .*: supertask was ended by SIGTERM · .*"),
                    result.err());
            assertFalse(ProcessHandle.of(child).isPresent());
        }
    }

    @Test
    void killsWhatRunsAtTheSecondSignal() throws Exception {
        timetable("a: {when: once, run: \"trap '' TERM INT; echo $$; while :; do sleep 0.1; done\"}");
        try (RunningProgram program = supertask.start("run", "--follow-output", "--grace", "1h")) {
            long child = Long.parseLong(program.awaitOut("(\\d+)\n"));
            program.signal("TERM");
            program.awaitErr("SIGTERM: nothing new");
            program.signal("INT");
            program.awaitErr("SIGINT again: ending what still runs at once");
            assertEquals(130, program.result().exit());
            assertFalse(ProcessHandle.of(child).isPresent());
        }
    }

    @Test
    void takesASignalThatAWrapperSendsTwiceForOne() throws Exception {
        timetable("a: {when: once, run: 'while ! [ -e go ]; do sleep 0.05; done; echo bye'}");
        try (RunningProgram program = supertask.start("run", "--grace", "1h")) {
            program.awaitErr(" a started, ");
            program.signalTwice("INT");
            program.awaitErr("SIGINT: nothing new");
            supertask.write("go", "");
            Result result = program.result();
            assertTrue(result.err().contains(" a succeeded after "), result.err());
            assertFalse(result.err().contains("again"), result.err());
        }
    }

    @Test
    void endsAtCtrlCInATerminal() throws Exception {
        timetable("a: {when: '@yearly', run: echo}");
        try (RunningProgram program = supertask.startInTerminal("run")) {
            program.awaitOut("logs: ");
            program.type("\u0003");
            assertEquals(130, program.result().exit());
        }
    }

    @Test
    void endsWhenItsTerminalGoes() throws Exception {
        timetable("a: {when: once, run: 'echo $$ >pid; exec sleep 600'}");
        try (RunningProgram program = supertask.startInTerminal("run", "--grace", "0s")) {
            program.awaitOut(" a started, ");
            program.signal("KILL");
            program.result(); // what it had started is nobody's child then, and is not killed with it
        }
        Waiting.until("its end is recorded", () -> supertask.run("list-runs", "--output", "csv").out()
                .contains(",stopped,143,1,supertask was ended by SIGHUP,"));
    }

    @Test
    void doesNotEndAtSighupWithoutATerminal() throws Exception {
        timetable("tick: {every: 1s, run: echo}");
        try (RunningProgram program = supertask.startBehind(List.of("setsid", "--wait"), "run")) {
            program.awaitErr(" tick succeeded ");
            program.signal("HUP");
            program.awaitErr("SIGHUP: this version does not reload .*\n(?s).* tick succeeded ");
            program.signal("TERM");
            assertEquals(143, program.result().exit());
        }
    }

    @Test
    void goesOnIgnoringWhatWasIgnoredAtItsStart() throws Exception {
        timetable("tick: {every: 1s, run: echo}");
        List<String> nohup = List.of("sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh");
        try (RunningProgram program = supertask.startBehind(nohup, "run")) {
            program.awaitErr(" tick succeeded ");
            program.signal("HUP");
            program.signal("INT");
            program.awaitErr(" tick succeeded (?s).* tick succeeded ");
            assertFalse(program.err().contains("SIG"), program.err());
            program.signal("TERM");
            assertEquals(143, program.result().exit());
        }
    }

    @Test
    void showsElapsedTimeOfASingleOnceOnATerminal() throws Exception {
        timetable("a: {when: once, run: 'while ! [ -e go ]; do sleep 0.05; done; echo bye'}");
        try (RunningProgram program = supertask.startInTerminal("run", "--follow-output")) {
            program.awaitOut("… running for 2\\.\\d s");
            supertask.write("go", "");
            String shown = program.result().out().replace("\r\n", "\n");
            assertTrue(shown.matches("(?s).*\r\u001b\\[K\\S*a \\|\\S* bye\n.*"), shown);
            assertFalse(shown.substring(shown.indexOf("bye")).contains("running for"), shown);
        }
    }

    @Test
    void endsOfItselfWhenNothingIsLeftToDo() throws Exception {
        timetable("a: {when: [once, at 2020-01-01T00:00], run: 'true'}");
        Result result = supertask.run("run");
        assertEquals(0, result.exit(), result.err());
    }

    @Test
    void endsAWholeGroupThatTakesTooLong() throws Exception {
        timetable("a: {when: once, timeout: 1s, run: 'sleep 600 & echo $! >pid; wait'}");
        Result result = supertask.run("run");
        assertEquals(1, result.exit());
        assertTrue(result.err().matches("(?s).* a timed-out after .*: took longer than its timeout of 1s · .*"),
                result.err());
        // A zombie is dead: whoever should reap it may be slow.
        Result alive = supertask.shell("grep '^State:' /proc/$(cat pid)/status | grep -v '[ZX] ('");
        assertEquals("", alive.out());
    }

    @Test
    void skipsAnOccurrenceWhoseJobStillRuns() throws Exception {
        timetable("a: {every: 1s, run: 'echo $$; exec sleep 600'}");
        try (RunningProgram program = supertask.start("run", "--grace", "0s")) {
            program.awaitErr(" a skipped the occurrence of .*: .*\n");
            program.signal("TERM");
            program.result();
        }
        String runs = supertask.run("list-runs", "--state", "skipped", "--output", "csv").out();
        assertTrue(runs.lines().skip(1).allMatch(line -> line.matches(".*,skipped,,0,.*still running.*")), runs);
        assertTrue(runs.lines().count() > 1, runs);
    }
}
