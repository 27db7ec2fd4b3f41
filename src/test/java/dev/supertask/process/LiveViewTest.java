package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.RunningProgram.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `supertask top` on a real terminal, beside a real scheduler.
@Timeout(180)
class LiveViewTest {
    private static final String LEAVE = "\u001b[?7h\u001b[?25h\u001b[?1049l";

    @TempDir
    private Path folder;
    private BuiltProgram supertask;

    @BeforeEach
    void aTimetable() throws IOException {
        supertask = new BuiltProgram(folder);
        supertask.write("supertask.yaml", """
                namespace: ops
                jobs:
                  load: {when: once, run: "while ! [ -e go ]; do sleep 0.05; done"}
                  later: {when: "0 0 1 1 *", run: "true"}
                """);
    }

    @Test
    void followsWhatGoesOnUntilCtrlC() throws Exception {
        try (RunningProgram scheduler = supertask.start("run");
                RunningProgram top = supertask
                        .startShellInTerminal("trap : INT; stty size; supertask top --interval 100ms --color never;"
                                + " echo \"exit $?\"; stty -a")) {
            scheduler.awaitErr("load started");
            top.awaitOut("RUNNING +RUN .*\\s+load +[0-9A-Z]{26} ");
            top.awaitOut("NEXT .*\\s+later +[-0-9]+-01-01 00:00:00 ");
            supertask.write("go", "");
            top.awaitOut("0 running, 0 waiting.*\\s+(?s:.*)ENDED .*\\s+load +[0-9A-Z]{26} .* succeeded");
            top.type("\u0003");
            Result result = top.result();
            String after = result.out().substring(result.out().indexOf(LEAVE) + LEAVE.length());
            assertTrue(after.startsWith("exit 0\r\n"), result.out());
            assertTrue(after.contains(" icanon ") && after.contains(" echo ") && after.contains("susp = ^Z;"), after);
            scheduler.signal("INT");
            assertEquals(130, scheduler.result().exit());
        }
    }

    @Test
    void endsByQWithoutShowingIt() throws Exception {
        try (RunningProgram top = supertask.startInTerminal("top", "--interval", "1h")) {
            top.awaitOut("no scheduler runs");
            top.type("q");
            Result result = top.result();
            assertEquals(0, result.exit());
            assertTrue(result.out().endsWith("\u001b[J" + LEAVE), result.out());
        }
    }

    @Test
    void drawsAgainWhenTheTerminalChangesItsSize() throws Exception {
        try (RunningProgram top = supertask
                .startShellInTerminal("(until [ -e small ]; do sleep 0.05; done; stty rows 1 columns 70 < /dev/tty) &"
                        + " supertask top --interval 1h")) {
            top.awaitOut("nothing runs, and nothing is planned");
            supertask.write("small", "");
            top.awaitOut("nothing is planned(?s:.*)no scheduler runs\u001b\\[K\u001b\\[J");
            top.type("q");
            assertEquals(0, top.result().exit());
        }
    }
}
