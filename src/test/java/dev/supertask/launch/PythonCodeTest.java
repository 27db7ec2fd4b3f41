package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.supertask.run.Advance;
import dev.supertask.run.Outputs;
import dev.supertask.store.ProgressFile;
import dev.supertask.testkit.Engines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Python code as people type it, run by the real Python.
class PythonCodeTest {
    @TempDir
    private Path folder;

    /// What a program wrote, both streams, and what it exited with.
    private record Said(int exit, String text) {}

    @BeforeEach
    void python() {
        Engines.require("python3");
    }

    private Said run(String code, String... args) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(PythonCode.words(code, List.of(args))).redirectErrorStream(true);
        builder.environment().putAll(Map.of("SUPERTASK_OUTPUT", folder.resolve("output").toString(),
                "SUPERTASK_PROGRESS", folder.resolve("progress").toString(), "SUPERTASK_JOB", "report",
                "SUPERTASK_OCCURRENCE", "2026-11-24T03:00:00+01:00", "SUPERTASK_PREVIOUS_SUCCESS",
                "2026-11-23T03:00:00.123456789+01:00", "SUPERTASK_PARAM_DAY", "mon"));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @Test
    void modulesThatTheCodeNamesAreThere() throws Exception {
        assertEquals(new Said(0, "True\n"), run("print(abs(math.sin(time.process_time())) <= 1)"));
        assertEquals(new Said(0, "{\"day\": \"2026-01-31\"}\na%20b\n"), run("""
                def day():
                    return datetime.date(2026, 1, 31).isoformat()
                print(json.dumps({"day": day()}))
                print(urllib.parse.quote("a b"))
                """));
        assertEquals(new Said(0, "mine\n"), run("json = 'mine'; print(json)"), "what it says itself wins");
    }

    @Test
    void theRunIsThere() throws Exception {
        assertEquals(new Said(0, "True\n"),
                run("print(math.cos(task.elapsed.total_seconds) <= 1 and task.elapsed.total_seconds() >= 0)"));
        assertEquals(new Said(0, """
                2026-11-24 03:00:00+01:00
                2026-11-23 03:00:00.123456+01:00
                report {'day': 'mon'}
                ['-c', 'a', 'b c']
                """), run("""
                print(task.occurrence)
                print(task.previous)
                print(task.job, task.params)
                print(sys.argv)
                """, "a", "b c"));
    }

    @Test
    void givesOutValuesAndSaysHowFarItIs() throws Exception {
        assertEquals(new Said(0, ""), run("""
                task.output("n", 5)
                task.output("text", "one\\nEND\\ntwo")
                task.output("list", [1, None, "ä"])
                task.progress(0.25, "one of\\nfour")
                """));
        assertEquals(Map.of("n", "5", "text", "one\nEND\ntwo", "list", "[1, null, \"ä\"]"),
                Outputs.read(Files.readAllBytes(folder.resolve("output"))).values());
        assertEquals(new Advance(0.25, "one of four"),
                ProgressFile.read(folder.resolve("progress")).orElseThrow());
    }

    @Test
    void mistakesAreTheCodesOwn() throws Exception {
        Said said = run("x = 1\ndef f():\n    return 1 / 0\nf()\n");
        assertEquals(1, said.exit());
        assertTrue(said.text().startsWith("""
                Traceback (most recent call last):
                  File "<python>", line 4, in <module>
                    f()
                """), said.text());
        assertTrue(said.text().endsWith("ZeroDivisionError: division by zero\n"), said.text());
        assertTrue(run("x =").text().contains("SyntaxError"), "it is told where");
        assertEquals(7, run("sys.exit(7)").exit());
        assertEquals(new Said(1, "bye\n"), run("raise SystemExit('bye')"));
    }
}
