package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask init`.
class InitTest {
    @TempDir
    private Path folder;

    @Test
    void writesATimetableWithoutMistakesAndWarnings() {
        Cli cli = Cli.in(folder);
        assertEquals(new Cli.Answer(0, """
                supertask.yaml is written. Next:

                  supertask run
                      runs its jobs until Ctrl-C
                  supertask list-jobs
                      in a second terminal: what is planned, how it went
                  supertask validate supertask.yaml
                      after a change: tells every mistake
                """, ""), cli.line("init"));
        assertEquals(new Cli.Answer(0, "supertask.yaml: 4 jobs, no mistakes\n", ""), cli.line("validate"));
    }

    @Test
    void writesTheSchemaThatTheTimetableNames() throws IOException {
        Cli cli = Cli.in(folder);
        Files.writeString(folder.resolve(".supertask.schema.json"), "an old one");
        assertEquals(0, cli.line("init").exit());
        assertEquals("# yaml-language-server: $schema=.supertask.schema.json",
                Files.readAllLines(folder.resolve("supertask.yaml")).getFirst());
        assertEquals(cli.line("schema").out(), Files.readString(folder.resolve(".supertask.schema.json")));
    }

    @Test
    void makesTheFolder() {
        Cli cli = Cli.in(folder);
        assertEquals("jobs/new/supertask.yaml is written. Next:",
                cli.line("init jobs/new").out().lines().findFirst().orElseThrow());
        assertEquals(0, cli.line("validate jobs/new/supertask.yaml").exit());
    }

    @Test
    void overwritesNothing() throws IOException {
        Cli cli = Cli.in(folder);
        Files.writeString(folder.resolve("supertask.yaml"), "mine");
        assertEquals(new Cli.Answer(1, "", "supertask: \"supertask.yaml\" is there already"
                + " · \"supertask init DIR\" writes one into another folder\n"), cli.line("init"));
        assertEquals("mine", Files.readString(folder.resolve("supertask.yaml")));
        Files.createFile(folder.resolve("file"));
        assertEquals(new Cli.Answer(1, "", "supertask: \"" + folder.resolve("file")
                + "\" is a file, no folder · name another folder\n"), cli.line("init file"));
        assertEquals(new Cli.Answer(2, "",
                "supertask: unexpected word \"b\" · see \"supertask init --help\"\n"), cli.line("init a b"));
    }
}
