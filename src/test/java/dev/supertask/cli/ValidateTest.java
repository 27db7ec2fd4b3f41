package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask validate`.
class ValidateTest {
    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void anEmptyFolder() {
        cli = Cli.in(folder);
    }

    @Test
    void saysHowManyJobsThereAre() throws IOException {
        Files.writeString(folder.resolve("supertask.yaml"), """
                jobs:
                  a: {when: "@daily", run: echo a}
                  b: {when: "@daily", run: echo b}
                """);
        assertEquals(new Cli.Answer(0, "supertask.yaml: 2 jobs, no mistakes\n", ""),
                cli.line("validate supertask.yaml"));
        assertEquals(new Cli.Answer(0, "supertask.yaml: 2 jobs, no mistakes\n", ""), cli.line("validate"));
        assertFalse(Files.exists(cli.store()));
    }

    @Test
    void readsStandardInput() {
        assertEquals(new Cli.Answer(0, "<stdin>: 1 job, no mistakes\n", ""),
                cli.withInput("jobs: {a: {when: '@daily', run: echo}}").line("validate -"));
    }

    @Test
    void tellsEveryMistakeAtItsPlace() {
        Cli.Answer answer = cli.withInput("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    tiemout: 1h
                  report: {when: "@dayly", run: make}
                """).line("validate -");
        assertEquals(2, answer.exit());
        assertEquals("", answer.bytes());
        assertEquals("""
                <stdin>:5:5: unknown key "tiemout" in job "backup" · did you mean "timeout"?
                    5 |     tiemout: 1h
                      |     ^~~~~~~
                <stdin>:6:19: unknown macro "@dayly" · did you mean "@daily"?
                    6 |   report: {when: "@dayly", run: make}
                      |                   ^~~~~~
                """, answer.err());
    }

    @Test
    void tellsWarningsAndCountsThem() {
        Cli.Answer answer = cli.withInput("jobs: {a: {when: '0 0 31 2 *', run: echo}}").line("validate -");
        assertEquals(new Cli.Answer(0, "<stdin>: 1 job, no mistakes, 1 warning\n", answer.err()), answer);
        assertEquals("<stdin>:1:19: warning ST-W03: ", answer.err().substring(0, 30));
    }

    @Test
    void tellsProgramsEveryMistakeAndWarningOfEveryText() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "jobs: {a: {when: '*/45 * * * *', run: date, tiemout: 1h}}");
        Files.writeString(folder.resolve("b.yaml"), "jobs: {b: {when: '@daily', run: date}}");
        assertEquals(new Cli.Answer(2, """
                [
                  {
                    "file": "a.yaml",
                    "line": 1,
                    "column": 19,
                    "length": 4,
                    "severity": "warning",
                    "code": "ST-W01",
                    "message": "step \\"45\\" is uneven: each hour starts again at 0",
                    "remedy": null
                  },
                  {
                    "file": "a.yaml",
                    "line": 1,
                    "column": 45,
                    "length": 7,
                    "severity": "error",
                    "code": null,
                    "message": "unknown key \\"tiemout\\" in job \\"a\\"",
                    "remedy": "did you mean \\"timeout\\"?"
                  },
                  {
                    "file": "c.yaml",
                    "line": null,
                    "column": null,
                    "length": null,
                    "severity": "error",
                    "code": null,
                    "message": "there is no file \\"c.yaml\\"",
                    "remedy": "did you mean \\"a.yaml\\"?"
                  }
                ]
                """, ""), cli.line("validate a.yaml b.yaml c.yaml --output json"));
        assertEquals(new Cli.Answer(0, "[]\n", ""), cli.line("validate b.yaml --output json"));
        assertEquals(new Cli.Answer(0, "file,line,column,length,severity,code,message,remedy\r\n", ""),
                cli.line("validate b.yaml --output csv"));
    }

    @Test
    void goesOnWithTheNextTextAfterOneWithMistakes() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "jobs: {}");
        Files.writeString(folder.resolve("b.yaml"), "jobs: {b: {when: '@daily', run: date}}");
        assertEquals(new Cli.Answer(2, "b.yaml: 1 job, no mistakes\n", """
                a.yaml:1:7: "jobs" is empty · add one: "NAME: {when: …, run: …}"
                    1 | jobs: {}
                      |       ^~
                """), cli.line("validate a.yaml b.yaml"));
    }

    @Test
    void refusesWarningsWhereItIsToBeStrict() {
        Cli rare = cli.withInput("jobs: {a: {when: '*/45 * * * *', run: date}}");
        assertEquals(0, rare.line("validate -").exit());
        assertEquals(2, rare.line("validate - --strict").exit());
        assertEquals(2, rare.line("validate - --strict --output json").exit());
        assertEquals(0, cli.withInput("jobs: {a: {when: '@daily', run: date}}").line("validate - --strict").exit());
    }

    @Test
    void refusesWhatIsNoFile() throws IOException {
        assertEquals(new Cli.Answer(2, "",
                "supertask: there is no file \"supertask.yaml\" · \"supertask init\" writes one to start from\n"),
                cli.line("validate"));
        assertEquals(new Cli.Answer(2, "", "supertask: there is no file \"x/y.yaml\" · there is no folder "
                + folder.resolve("x") + " either\n"), cli.line("validate x/y.yaml"));
        Files.createFile(folder.resolve("supertask.yaml"));
        assertEquals(new Cli.Answer(2, "",
                "supertask: there is no file \"supertask.yml\" · did you mean \"supertask.yaml\"?\n"),
                cli.line("validate supertask.yml"));
        assertEquals(new Cli.Answer(2, "",
                "supertask: \".\" is a folder, no timetable · did you mean \"./supertask.yaml\"?\n"),
                cli.line("validate ."));
    }

    @Test
    void namesAFileWhoseBytesAreNoText() throws IOException {
        Files.write(folder.resolve("t.yaml"), "a\nb\u00ff".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(new Cli.Answer(2, "", "supertask: t.yaml: line 2 is no UTF-8: byte 0xFF begins no character"
                + " · save the file as UTF-8\n"), cli.line("validate t.yaml"));
    }
}
