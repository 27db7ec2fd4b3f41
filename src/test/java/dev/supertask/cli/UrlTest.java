package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.supertask.testkit.Cli;
import dev.supertask.timetable.TimetableText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A timetable that a server holds.
@Timeout(60)
class UrlTest {
    private static final String JOBS = "jobs: {a: {when: '@daily', run: echo}}\n";
    private static final String NOBODY = "nobody";

    @TempDir
    private Path folder;

    private Cli cli;
    private Website site;

    @BeforeEach
    void aServerAndAnEmptyFolder() throws IOException {
        cli = Cli.in(folder);
        site = new Website();
    }

    @AfterEach
    void noServer() {
        site.close();
    }

    private void refuses(String path, String message) {
        assertEquals(new Cli.Answer(2, "", "supertask: " + message + "\n"), cli.run("validate", site.url(path)));
    }

    @Test
    void isFetchedAndLeavesNothingBehindWhereItIsOnlyRead() {
        site.page("/ops.yaml", JOBS);
        assertEquals(new Cli.Answer(0, site.url("/ops.yaml") + ": 1 job, no mistakes\n", ""),
                cli.run("validate", site.url("/ops.yaml")));
        assertFalse(Files.exists(cli.store()));
    }

    @Test
    void tellsMistakesAtTheirPlaces() {
        site.page("/ops.yaml", "jobs: {a: {when: '@dayly', run: echo}}");
        assertEquals(new Cli.Answer(2, "", site.url("/ops.yaml") + """
                :1:19: unknown macro "@dayly" · did you mean "@daily"?
                    1 | jobs: {a: {when: '@dayly', run: echo}}
                      |                   ^~~~~~
                """), cli.run("validate", site.url("/ops.yaml")));
    }

    @Test
    void includesTextsBesideItAndOthers() {
        site.page("/conf/ops.yaml", "include: [a.yaml, /b.yaml, '" + site.url("/c.yaml") + "']\nenv-file: ops.env\n")
                .page("/conf/a.yaml", JOBS).page("/b.yaml", JOBS.replace("a:", "b:"))
                .page("/c.yaml", JOBS.replace("a:", "c:")).page("/conf/ops.env", "A=1\n");
        assertEquals(new Cli.Answer(0, site.url("/conf/ops.yaml") + ": 3 jobs, no mistakes\n", ""),
                cli.run("validate", site.url("/conf/ops.yaml")));
    }

    @Test
    void isIncludedByAFile() throws IOException {
        site.page("/a.yaml", JOBS);
        Files.writeString(folder.resolve("supertask.yaml"), "include: " + site.url("/a.yaml") + "\n");
        assertEquals(new Cli.Answer(0, "supertask.yaml: 1 job, no mistakes\n", ""), cli.line("validate"));
    }

    @Test
    void cannotReadFilesOfThisMachine() {
        site.page("/ops.yaml", "include: ['file:///etc/hosts', '*.yaml']\n" + JOBS);
        assertEquals(new Cli.Answer(2, "", """
                %1$s:1:11: "file:///etc/hosts" cannot be fetched · only http and https can be
                    1 | include: ['file:///etc/hosts', '*.yaml']
                      |           ^~~~~~~~~~~~~~~~~~~
                %1$s:1:32: "%2$s" is a pattern, and no server tells its files · name each text
                    1 | include: ['file:///etc/hosts', '*.yaml']
                      |                                ^~~~~~~~
                """.formatted(site.url("/ops.yaml"), site.url("/*.yaml"))), cli.run("validate", site.url("/ops.yaml")));
    }

    @Test
    void thatIsNotThereIsTold() {
        refuses("/ops.yaml", "there is no text at \"" + site.url("/ops.yaml") + "\": the server answers 404");
        site.answers("/old.yaml", 410).answers("/mine.yaml", 401).answers("/tea.yaml", 418);
        refuses("/old.yaml", "there is no text at \"" + site.url("/old.yaml") + "\": the server answers 410");
        refuses("/mine.yaml", "the server of \"" + site.url("/mine.yaml") + "\" does not let you in: it answers 401"
                + " · name user and password: https://USER:PASSWORD@HOST/PATH");
        refuses("/tea.yaml", "\"" + site.url("/tea.yaml") + "\" cannot be fetched: the server answers 418");
    }

    @Test
    void ofAServerThatIsBrokenOrGoneIsTold() {
        site.answers("/ops.yaml", 503);
        refuses("/ops.yaml", "\"" + site.url("/ops.yaml") + "\" cannot be fetched: the server answers 503");
        site.close();
        refuses("/ops.yaml", "\"" + site.url("/ops.yaml") + "\" cannot be fetched: no connection to 127.0.0.1");
    }

    @Test
    void thatIsNoTimetableIsTold() {
        site.bytes("/a.bin", new byte[]{1, 2, 0}).page("/login.yaml", "<html>");
        refuses("/a.bin", site.url("/a.bin") + ": this is a binary file, no timetable");
        assertEquals(new Cli.Answer(2, "", site.url("/login.yaml") + """
                :1:1: this is a web page, no timetable · check its address; some servers answer with a page to log in
                    1 | <html>
                      | ^
                """), cli.run("validate", site.url("/login.yaml")));
    }

    @Test
    void thatIsTooLargeIsTold() {
        site.bytes("/big.yaml", new byte[TimetableText.MAX_BYTES + 1]);
        refuses("/big.yaml", "\"" + site.url("/big.yaml") + "\" is larger than 64 MiB, the limit of a timetable"
                + " · split it into several");
    }

    @Test
    void mayStandBehindAFewRedirects() {
        site.leads("/1", "/2").leads("/2", site.url("/3")).leads("/3", "/4").leads("/4", "/5").leads("/5", "/ops.yaml")
                .leads("/0", "/1").page("/ops.yaml", JOBS);
        assertEquals(new Cli.Answer(0, site.url("/1") + ": 1 job, no mistakes\n", ""),
                cli.run("validate", site.url("/1")));
        refuses("/0", "\"" + site.url("/0") + "\" leads on to another address more than 5 times · name the last one");
    }

    @Test
    void sendsUserAndPasswordToItsOwnServerOnlyAndTellsThemNobody() throws IOException {
        String url = "http://ada:s3cret%40@" + site.host();
        try (Website other = new Website()) {
            site.page("/ops.yaml", "include: [more.yaml, '" + other.url("/other.yaml") + "']\n")
                    .leads("/more.yaml", other.url("/more.yaml"));
            other.page("/more.yaml", "jobs: 1").page("/other.yaml", JOBS);

            Cli.Answer answer = cli.run("validate", url + "/ops.yaml");

            assertEquals(new Cli.Answer(2, "", site.url("/more.yaml") + """
                    :1:7: "jobs" must be a map, but is text · write "NAME:" with the job's keys under it
                        1 | jobs: 1
                          |       ^
                    """), answer);
            String ada = "Basic YWRhOnMzY3JldEA=";
            assertEquals(List.of(ada, ada), site.users());
            assertEquals(List.of(NOBODY, NOBODY), other.users());
        }
        assertEquals(
                new Cli.Answer(2, "", "supertask: there is no text at \"" + site.url("/x") + "\": the server answers "
                        + "404\n"),
                cli.run("validate", url + "/x"));
    }
}
