package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.Engines;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.RunningProgram.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Code in a language as a job: what it says of itself while it runs, and what it gives out.
@Timeout(180)
class PythonJobTest {
    @TempDir
    private Path folder;
    private BuiltProgram supertask;

    @BeforeEach
    void aWorld() {
        Engines.require("python3", "node");
        supertask = new BuiltProgram(folder);
    }

    @Test
    void aRunSaysHowFarItIsWhileItGoesOnAndGivesOutValues() throws Exception {
        supertask.write("supertask.yaml", """
                namespace: ops
                jobs:
                  count:
                    when: once
                    python: |
                      task.progress(0.4, "half of it")
                      print("ready " + str(task.occurrence is not None))
                      while not os.path.exists("go"):
                          time.sleep(0.05)
                      task.output("n", 5)
                """);
        try (RunningProgram program = supertask.start("run", "--follow-output")) {
            program.awaitOut("ready True");
            String shown = supertask.run("show", "count", "--output", "json").out();
            assertTrue(
                    supertask.run("list-runs", "--output", "json").out().contains("\"progress\": \"40 % half of it\""),
                    shown);
            supertask.write("go", "");
            assertEquals(0, program.result().exit());
        }
        String runs = supertask.run("list-runs", "--output", "json").out();
        assertTrue(runs.contains("\"n\": 5"), runs);
        assertTrue(runs.contains("\"progress\": null"), runs);
    }

    @Test
    void codeWorksAsTyped() throws Exception {
        assertEquals(new Result(0, "True\n", ""),
                supertask.run("run", "--", "python:print(abs(math.sin(time.process_time())) <= 1)"));
        assertEquals(new Result(0, "True\n", ""),
                supertask.run("run", "--", "python:print(math.cos(task.elapsed.total_seconds) <= 1)"));
    }

    @Test
    void nodeCodeIsAKeyAsWell() throws Exception {
        supertask.write("supertask.yaml", """
                namespace: ops
                jobs:
                  c: {when: once, node: "console.log([1, 2].map(x => x * 2).join())"}
                """);
        assertEquals("c | 2,4\n", supertask.run("run", "--follow-output").out());
    }
}
