package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertTest {
    @TempDir
    private Path folder;
    private Cli cli;

    @BeforeEach
    void ada() throws IOException {
        folder = folder.toRealPath();
        cli = Cli.in(folder).with("PASSWORD", "secret");
        Files.createDirectory(folder.resolve("jobs"));
    }

    @Test
    void writesATimetableOfThePythonOriginalThatReadsBack() throws IOException {
        Files.writeString(folder.resolve("jobs/timetable.json"),
                """
                        {"meta": {"type": "supertask-timetable", "version": 1, "namespace": "ops"},
                         "tasks": [{"meta": {"id": "greet", "name": "Greet people"}, "on": {"schedule": [{"cron": "0 9 * * 0"}]},
                                    "steps": [{"name": "greet", "uses": "python-file", "run": "lib/greet.py:greet", "args": [1]}]}]}
                        """);
        Cli.Answer answer = cli.line("convert jobs/timetable.json");

        assertEquals("""
                namespace: ops
                timezone: Europe/Berlin

                jobs:
                  greet:
                    title: Greet people
                    when: "0 9 * * MON"
                    steps:
                      - name: greet
                        call: "lib/greet.py:greet"
                        args: [1]
                """, answer.out());
        assertEquals(0, answer.exit());
        assertEquals(
                "jobs/timetable.json:2:100: warning ST-W07: day-of-week \"0\" counts from Monday = 0 here, and means"
                        + " MON · names mean the same everywhere",
                answer.err().lines().findFirst().orElse(""));
        assertFalse(Files.exists(cli.store()));
        Files.writeString(folder.resolve("jobs/supertask.yaml"), answer.out());
        assertEquals(answer.out(), cli.line("convert jobs/supertask.yaml").out());
    }

    @Test
    void keepsVariablesOfTheEnvironmentAsTheyWereWritten() {
        assertEquals("""
                timezone: Europe/Berlin

                jobs:
                  a:
                    when: "@daily"
                    run: make
                    env:
                      URL: "x://ada:${PASSWORD}@db1/$$${PASSWORD}"
                """, cli.withInput("jobs: {a: {when: '@daily', run: make,"
                + " env: {URL: 'x://ada:${PASSWORD}@db1/$$${PASSWORD}'}}}").line("convert -").out());
    }

    @Test
    void tellsEveryMistakeAndWritesNothing() {
        assertEquals(new Cli.Answer(2, "", """
                <stdin>:1:8: "tasks" is an empty list · add at least one task
                    1 | tasks: []
                      |        ^~
                """), cli.withInput("tasks: []\n").line("convert -"));
        assertEquals(2, cli.line("convert").exit());
    }
}
