package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import dev.supertask.testkit.Engines;
import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Task files and timetables of the Python original, from the command line.
@Timeout(60)
class TaskFileRunTest {
    @TempDir
    private Path folder;
    private InProcess supertask;

    @BeforeEach
    void aWorld() {
        supertask = new InProcess(folder);
    }

    @Test
    void runsATaskFileWithItsOwnVariablesAndOptions() throws Exception {
        Engines.require("python3");
        supertask.write("hello.py", """
                # /// task
                # when = "once"
                # [env]
                # GREETING = "hello"
                # [options]
                # names = ["Ada", "Grace"]
                # ///
                import os
                def run(names):
                    for name in names:
                        print(os.environ["GREETING"], name)
                """);
        Result result = supertask.run("run", "--file", "hello.py", "--follow-output");

        assertEquals("hello | hello Ada\nhello | hello Grace\n", result.out(), result.err());
        assertEquals(0, result.exit());
    }

    @Test
    void runsAScriptOfAnotherLanguageWithItsOptionsAsVariables() throws Exception {
        supertask.write("hello.sh", """
                # /// task
                # when = "once"
                # options.name = "Ada Lovelace"
                # ///
                echo "hello $SUPERTASK_PARAM_NAME"
                """);
        Result result = supertask.run("run", "--file", "hello.sh", "--follow-output");

        assertEquals("hello | hello Ada Lovelace\n", result.out(), result.err());
        assertEquals(0, result.exit());
    }

    @Test
    void keepsTheVariablesOfOneTaskFromAllOthers() throws Exception {
        supertask.write("a.sh", "# /// task\n# when = \"once\"\n# env.COLOUR = \"blue\"\n# ///\necho $COLOUR\n");
        supertask.write("b.sh", "# /// task\n# when = \"once\"\n# ///\necho ${COLOUR-none}\n");
        Result result = supertask.run("run", "--file", "a.sh", "--file", "b.sh", "--follow-output");

        assertEquals(List.of("a | blue", "b | none"), result.out().lines().sorted().toList(), result.err());
    }

    @Test
    void runsAFileWhenTheCommandLineSaysSo() throws Exception {
        supertask.write("a.sh", "# /// task\n# cron = \"0 3 1 1 *\"\n# ///\necho a\n");
        supertask.write("b.sh", "echo b\n");

        assertEquals("a | a\n", supertask.run("run", "--file", "a.sh", "--when=once", "--follow-output").out());
        assertEquals("b | b\n", supertask.run("run", "--file", "b.sh", "--when=once", "--follow-output").out());
    }

    @Test
    void runsATimetableOfThePythonOriginal() throws Exception {
        Engines.require("python3");
        supertask.write("jobs.py", "def greet(*names, sep): print(*names, sep=sep)\n");
        supertask.write("timetable.json", """
                {"meta": {"type": "supertask-timetable", "version": 1, "namespace": "ops"},
                 "tasks": [{"meta": {"id": "greet", "name": "Greet people", "description": "", "enabled": true},
                            "on": {"schedule": [{"cron": "once"}]},
                            "steps": [{"name": "greet", "uses": "python-entrypoint", "run": "jobs:greet",
                                       "args": ["Ada", 1], "kwargs": {"sep": "-"}, "if": true}]}]}
                """);
        Result result = supertask.run("run", "--file", "timetable.json", "--follow-output");

        assertTrue(result.out().endsWith("greet | Ada-1\n"), result.out() + result.err());
        assertEquals(0, result.exit());
    }

    @Test
    void validatesThem() throws Exception {
        supertask.write("a.py", "# /// task\n# when = \"@daily\"\n# ///\n");
        supertask.write("b.py", "import os\n");

        assertEquals(new Result(0, "a.py: 1 job, no mistakes\n", ""), supertask.run("validate", "a.py"));
        assertEquals(
                new Result(2, "",
                        """
                                b.py:1:1: nothing says when this file is due · write the lines '# /// task', '# cron = "0 3 * * *"' and \
                                '# ///' into it, or add --when=SCHEDULE
                                    1 | import os
                                      | ^
                                """),
                supertask.run("validate", "b.py"));
    }

    @Test
    void refusesWhenForATimetableAndATaskFileOfStandardInput() throws Exception {
        supertask.write("supertask.yaml", "jobs:\n  a: {when: once, run: echo}\n");

        assertEquals(new Result(2, "", "supertask: --when belongs to an inline command or a task file"
                + " · the jobs of \"supertask.yaml\" say themselves when they are due\n"),
                supertask.run("run", "--file", "supertask.yaml", "--when=once"));
        assertEquals(new Result(2, "", "supertask: a task file cannot be read from standard input: it is run from where"
                + " it lies · save it, and name the file\n"),
                supertask.typing("# /// task\n# when = \"once\"\n# ///\n").run("run", "--file", "-"));
        assertEquals(new Result(2, "", """
                --when:1:1: unknown macro "@dayly" · did you mean "@daily"?
                    1 | @dayly
                      | ^~~~~~
                """), supertask.run("run", "--file", "a.py", "--when=@dayly"));
    }
}
