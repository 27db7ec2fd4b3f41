package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every command answers where there is nothing to show: people get a line that says so, programs an empty
/// list, and nobody an error for it.
class NothingToShowTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list-namespaces               | no namespaces yet · "supertask run" makes one
            list-jobs                     | no jobs yet · "supertask init && supertask run" starts some
            list-runs                     | no runs yet · "supertask run" makes some
            stats                         | no jobs yet · "supertask init && supertask run" starts some
            stats back*                   | no job's name fits "back*"
            list-runs --state failed      | no such runs
            list-runs --since 1h          | no such runs
            list-runs --limit 0           | no such runs
            """)
    void listingsOfAnEmptyStore(String command, String line) {
        Cli cli = Cli.in(folder);
        assertEquals(new Cli.Answer(0, "", "supertask: " + line + "\n"), cli.line(command));
        assertEquals(new Cli.Answer(0, "", ""), cli.line(command + " --quiet"));
        assertEquals(new Cli.Answer(0, "[]\n", ""), cli.line(command + " --output json"));
        assertEquals(new Cli.Answer(0, "[]\n", ""), cli.line(command + " --output yaml"));
        Cli.Answer csv = cli.line(command + " --output csv");
        assertEquals(new Cli.Answer(0, csv.bytes(), ""), csv);
        assertEquals(1, csv.out().lines().count(), "the heading alone");
        assertFalse(Files.exists(cli.store()), "looking makes no store");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            show backup              | no job or run "backup"
            logs backup              | no job or run "backup"
            stats backup             | no job "backup"
            list-runs --job backup   | no job "backup"
            list-jobs --ns ops       | no namespace "ops"
            list-runs --ns ops       | no namespace "ops"
            run --stored --ns ops    | no namespace "ops"
            """)
    void whatIsNamedAndIsNotInAnEmptyStore(String command, String line) {
        Cli cli = Cli.in(folder);
        String err = "supertask: " + line + " · the store " + cli.store() + " is empty\n";
        assertEquals(new Cli.Answer(1, "", err), cli.line(command));
        assertFalse(Files.exists(cli.store()), "looking makes no store");
    }

    @Test
    void aJobThatNeverRan() {
        Cli cli = Cli.in(folder);
        Seed.of(cli).apply("ops", "jobs: {backup: {when: '0 3 * * *', run: pg_dump app}}");
        assertEquals(new Cli.Answer(0, "", "supertask: job \"backup\" has not run yet"
                + " · \"supertask show backup\" says when it will\n"), cli.line("logs backup"));
        assertEquals(new Cli.Answer(0, "", "supertask: no runs yet · \"supertask run\" makes some\n"),
                cli.line("list-runs --ns ops"));
        assertEquals(new Cli.Answer(0, "", "supertask: no such runs\n"), cli.line("list-runs --job backup"));
        assertEquals(0, cli.line("show backup").exit());
        assertEquals(0, cli.line("list-jobs").exit());
    }

    @Test
    void aTextWithoutProblemsAndWordsForCompletion() {
        Cli cli = Cli.in(folder).withInput("jobs: {a: {when: '@daily', run: date}}");
        assertEquals(new Cli.Answer(0, "[]\n", ""), cli.line("validate - --output json"));
        assertEquals(new Cli.Answer(0, "", ""), cli.line("complete namespaces"));
        assertEquals(new Cli.Answer(0, "", ""), cli.line("complete jobs"));
    }
}
