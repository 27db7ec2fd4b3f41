package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of an inline command when somebody wants it to end, and what a terminal shows of it.
@Timeout(180)
class InlineSignalsTest {
    @TempDir
    private Path folder;

    private BuiltProgram supertask() {
        return new BuiltProgram(folder);
    }

    @Test
    void passesSigtermOnAndExitsWith143() throws Exception {
        try (RunningProgram program = supertask().start("run", "--", "echo $$; exec sleep 600")) {
            long child = Long.parseLong(program.awaitOut("(\\d+)\n"));
            program.signal("TERM");
            assertEquals(143, program.result().exit());
            assertFalse(ProcessHandle.of(child).isPresent());
        }
        String runs = supertask().run("list-runs", "--output", "csv").out();
        assertTrue(runs.contains(",stopped,143,1,ended by SIGTERM,"), runs);
    }

    @Test
    void letsTheCommandCleanUp() throws Exception {
        try (RunningProgram program = supertask().start("run", "--",
                "trap 'echo cleaning; exit 9' TERM; echo ready; while :; do sleep 0.05; done")) {
            program.awaitOut("ready");
            program.signal("TERM");
            RunningProgram.Result result = program.result();
            assertEquals("ready\ncleaning\n", result.out());
            assertEquals(9, result.exit());
        }
    }

    @Test
    void leavesCtrlCToTheTerminalWhichSendsItToTheCommandAtOnce() throws Exception {
        try (RunningProgram program = supertask().startInTerminal("run", "--",
                "trap 'echo got it; exit 130' INT; echo ready; while :; do sleep 0.05; done")) {
            program.awaitOut("ready");
            program.type("\u0003");
            RunningProgram.Result result = program.result();
            assertEquals(1, result.out().split("got it", -1).length - 1, result.out());
            assertEquals(130, result.exit(), result.out());
        }
    }

    @Test
    void exitsWith130AfterCtrlC() throws Exception {
        try (RunningProgram program = supertask().startInTerminal("run", "--", "echo ready; exec sleep 600")) {
            program.awaitOut("ready");
            program.type("\u0003");
            assertEquals(130, program.result().exit());
        }
    }

    @Test
    void endsTheCommandWhenItsTerminalGoes() throws Exception {
        BuiltProgram supertask = supertask();
        try (RunningProgram program = supertask.startInTerminal("run", "--", "echo pid=$$; exec sleep 600")) {
            long child = Long.parseLong(program.awaitOut("pid=(\\d+)"));
            program.signal("KILL");
            Waiting.until("the command is gone", () -> ProcessHandle.of(child).isEmpty());
        }
        Waiting.until("its end is recorded",
                () -> supertask.run("list-runs", "--output", "csv").out().contains(",stopped,129,1,"));
    }

    @Test
    void showsElapsedTimeOnATerminalAndGetsOutOfTheWayOfOutput() throws Exception {
        try (RunningProgram program = supertask().startInTerminal("run", "--", "read line; echo \"<$line>\"")) {
            program.awaitOut("… running for 2\\.\\d s");
            program.awaitOut("… running for 3\\.\\d s");
            program.type("x\n");
            String shown = program.result().out().replace("\r\n", "\n");
            assertTrue(shown.endsWith("\r\u001b[K<x>\n"), shown);
        }
    }

    @Test
    void isReadByTheCommandFromTheTerminal() throws Exception {
        try (RunningProgram program = supertask().startInTerminal("run", "--",
                "test -t 0 && echo in; read line; echo \"<$line>\"")) {
            program.awaitOut("in");
            program.type("typed\n");
            assertTrue(program.result().out().contains("<typed>"));
        }
    }
}
