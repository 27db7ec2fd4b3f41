package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.supertask.testkit.Await;
import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.RunningProgram.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// SQL and HTTP by the built program: inline, and beyond the death of their scheduler.
@Timeout(180)
class RequestsTest {
    @TempDir
    private Path folder;

    @Test
    void runInlineAsIfTheyWerePrograms() throws Exception {
        BuiltProgram supertask = new BuiltProgram(folder);
        assertEquals(new Result(0, "1 of 1: select 6 * 7 answer · 1 row\nANSWER\n------\n    42\n", ""),
                supertask.run("run", "--", "sql:jdbc:h2:mem:", "select 6 * 7 answer"));
        Result refused = supertask.run("run", "--", "http://127.0.0.1:1/");
        assertEquals(new Result(1, "", "supertask: no connection to \"127.0.0.1:1\"\n"), refused);
        try (Rates rates = new Rates()) {
            Result answer = supertask.run("run", "--", rates.url());
            assertEquals(0, answer.exit());
            assertEquals("GET " + rates.url() + ": 200\n", answer.err());
            assertTrue(answer.out().startsWith("{\"base\": \"EUR\""), answer.out());
        }
        assertTrue(supertask.run("list-runs", "--output", "csv").out().contains("no connection to"));
    }

    @Test
    void outliveTheirScheduler() throws Exception {
        BuiltProgram supertask = new BuiltProgram(folder);
        supertask.write("supertask.yaml", """
                namespace: ops
                jobs:
                  slow:
                    when: once
                    sql:
                      url: "jdbc:h2:mem:x"
                      statements:
                        - create alias sleep for "java.lang.Thread.sleep(long)"
                        - select 'begun'
                        - call sleep(4000)
                        - select 7 seven
                """);
        try (RunningProgram first = supertask.start("run")) {
            Await.until("it sleeps", () -> logs(supertask.store()).contains("2 of 4"));
            first.signal("KILL");
            first.result();
        }
        Result second = supertask.run("run");

        assertEquals(0, second.exit(), second.err());
        String log = supertask.run("logs", "slow").out();
        assertTrue(log.endsWith("4 of 4: select 7 seven · 1 row\nSEVEN\n-----\n    7\n"), log);
        String runs = supertask.run("list-runs", "--output", "json").out();
        assertTrue(runs.contains("\"state\": \"succeeded\"") && runs.contains("\"count\": 7"), runs);
    }

    private static String logs(Path store) {
        try (Stream<Path> files = Files.walk(store)) {
            StringBuilder all = new StringBuilder();
            for (Path log : files.filter(file -> file.endsWith("log")).toList()) {
                all.append(Files.readString(log));
            }
            return all.toString();
        } catch (IOException | UncheckedIOException e) {
            return ""; // it was not there yet
        }
    }
}
