package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;

import dev.supertask.job.Callee;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Step;
import dev.supertask.run.RunId;
import dev.supertask.run.Trigger;
import dev.supertask.testkit.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Python functions are called with what the timetable says, and say clearly why they cannot be.
class PythonCallTest {
    private @TempDir Path folder;

    @BeforeEach
    void needsPython() throws IOException {
        Engines.require("python3");
        folder = folder.toRealPath();
    }

    @Test
    void callsAFunctionOfAModuleInTheWorkingFolder() throws Exception {
        Files.createDirectory(folder.resolve("jobs"));
        write("jobs/backup.py", """
                class Backup:
                    @staticmethod
                    def run(*args, **kwargs):
                        print(args, kwargs)
                """);

        assertEquals("(1, '1', None, True, [2.5]) {'a b': {'c': 'd'}}\n0",
                run(new Callee.Entrypoint("jobs.backup", "Backup.run"), "[1, \"1\", null, true, [2.5]]",
                        "{\"a b\": {\"c\": \"d\"}}"));
    }

    @Test
    void handsArgumentsOverToTheByteWhateverTheLocale() throws Exception {
        write("a.py", "def run(text): print(ascii(text))\n");

        assertEquals("'$(x) `y` \\'z\\' \\n \\xe9 \\U0001f600 \\ud800 \\\\ \"'\n0",
                run(new Callee.PythonFile(folder.resolve("a.py"), "run"), "[]",
                        "{\"text\": \"$(x) `y` 'z' \\n é 😀 \\ud800 \\\\ \\\"\"}"));
    }

    @Test
    void runsAFileThatHasAFunctionRunByCallingIt() throws Exception {
        write("a.py", """
                import beside, sys
                def run(n=1):
                    print("run", n, __name__, sys.argv == [__file__], beside.X)
                    return {"rows": n}
                if __name__ == "__main__":
                    print("never")
                """);
        write("beside.py", "X = 5\n");

        assertEquals("run 2 a True 5\nresult: {'rows': 2}\n0", run(file("a.py"), "[]", "{\"n\": 2}"));
    }

    @Test
    void runsAFileWithoutSuchAFunctionAsPythonDoes() throws Exception {
        write("a.py", "def main(): print('main', __name__)\nif __name__ == '__main__': main()\n");

        assertEquals("main __main__\n0", run(file("a.py"), "[]", "{}"));
    }

    @Test
    void waitsForAFunctionThatIsAsynchronous() throws Exception {
        write("a.py", "import asyncio\nasync def run():\n    await asyncio.sleep(0)\n    print('done')\n");

        assertEquals("done\n0", run(file("a.py"), "[]", "{}"));
    }

    @Test
    void saysThatAFileAModuleOrAFunctionIsMissing() throws Exception {
        write("a.py", "import nowhere_to_be_found\n");
        write("b.py", "X = 1\n");

        assertEquals("supertask: no file \"" + folder.resolve("c.py") + "\"\n127", run(file("c.py"), "[]", "{}"));
        assertEquals("supertask: no function \"main\" in \"b\"\n127",
                run(new Callee.Entrypoint("b", "main"), "[]", "{}"));
        assertEquals("supertask: \"X\" in \"b\" is no function\n127",
                run(new Callee.Entrypoint("b", "X"), "[]", "{}"));
        assertEquals("supertask: no function \"run\" in \"" + folder.resolve("b.py")
                + "\", which would take the options\n127", run(file("b.py"), "[]", "{\"n\": 1}"));
        String module = run(new Callee.Entrypoint("jobs.backup", "main"), "[]", "{}");
        assertEquals("supertask: no Python module \"jobs\" · put it into the working folder, or install it for ",
                module.substring(0, module.indexOf("/")));
    }

    @Test
    void showsWhatAFunctionRaisesWithoutFramesOfOurs() throws Exception {
        write("a.py", "def run(n):\n    raise ValueError(n)\n");

        assertEquals("""
                Traceback (most recent call last):
                  File "%s", line 2, in run
                    raise ValueError(n)
                ValueError: 3
                1""".formatted(folder.resolve("a.py")), run(file("a.py"), "[3]", "{}").replaceAll(" *\\^+\n", ""));
        assertEquals("TypeError: run() got an unexpected keyword argument 'm'\n1",
                run(file("a.py"), "[]", "{\"m\": 3}"));
    }

    private Callee file(String name) {
        return new Callee.PythonFile(folder.resolve(name), "");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /// What a call writes, and its exit code.
    private String run(Callee callee, String args, String kwargs) throws Exception {
        Step step = new Step(new Payload.Call(callee, args, kwargs),
                new Place.ThisMachine(folder, Map.of("LC_ALL", "C", "PYTHONIOENCODING", "utf-8")));
        Command command = Commands.of(step, System.getenv(), new RunFacts("ops", "a",
                new RunId("01KAVJ7Q00ABCDEFGHJKMNPQRS"), 1, Trigger.MANUAL, null, ZoneOffset.UTC, null));
        ProcessBuilder builder = new ProcessBuilder(command.argv()).directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(command.env());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + process.waitFor();
    }
}
