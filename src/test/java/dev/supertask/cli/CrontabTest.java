package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Crontabs on the command line: `validate` and `import`.
class CrontabTest {
    private static final String MINE = """
            # Dumps the database
            0 3 * * mon-fri /usr/local/bin/backup.sh --full
            @daily mail -s hello ada%Hello,%Ada
            """;
    private static final String MAIL = "MAILTO=ops@example.org\n0 3 * * * true\n";
    private static final String MAIL_WARNING = """
            :1:1: warning ST-W09: MAILTO "ops@example.org": mail is not sent yet · "supertask logs JOB" shows what a job wrote; MAILTO="" wants no mail
                1 | MAILTO=ops@example.org
                  | ^~~~~~~~~~~~~~~~~~~~~~
            """;
    private static final String UNLIKE = "imported; unlike cron, an occurrence is skipped while the job still runs\n";

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void anEmptyFolder() {
        cli = Cli.in(folder).with("HOME", "/home/ada");
    }

    @Test
    void areRecognisedByTheirContentInAFileAndOnStandardInput() throws IOException {
        Files.writeString(folder.resolve("mycrontab"), MINE);

        assertEquals(new Cli.Answer(0, "mycrontab: 2 jobs, no mistakes\n", ""), cli.line("validate mycrontab"));
        assertEquals(new Cli.Answer(0, "<stdin>: 2 jobs, no mistakes\n", ""),
                cli.withInput(MINE).line("validate -"));
    }

    @Test
    void haveAUserColumnInEtcCrontabAndCronD() throws IOException {
        Files.createDirectories(folder.resolve("etc/cron.d"));
        Files.writeString(folder.resolve("etc/crontab"),
                "17 * * * * root cd / && run-parts --report /etc/cron.hourly\n");
        Files.writeString(folder.resolve("etc/cron.d/x"), "17 * * * * /usr/bin/true\n");

        assertEquals(new Cli.Answer(0, "etc/crontab: 1 job, no mistakes\n", ""), cli.line("validate etc/crontab"));
        assertEquals(new Cli.Answer(2, "",
                """
                        etc/cron.d/x:1:12: "/usr/bin/true" stands where the user belongs · a crontab of the system names one before the command, such as root
                            1 | 17 * * * * /usr/bin/true
                              |            ^~~~~~~~~~~~~
                        """),
                cli.line("validate etc/cron.d/x"));
    }

    @Test
    void becomeATimetable() throws IOException {
        Files.writeString(folder.resolve("mycrontab"), MINE);
        Cli.Answer answer = cli.line("import --crontab mycrontab");

        assertEquals("""
                # The crontab "mycrontab" as a timetable, written by "supertask import".
                defaults:
                  # as cron has it: only its own few variables, the home folder, nothing made up for
                  clear-env: true
                  working-dir: /home/ada
                  catch-up: none
                jobs:

                  backup:
                    description: Dumps the database
                    when: "0 3 * * MON-FRI"
                    run: /usr/local/bin/backup.sh --full

                  mail:
                    when: "@daily"
                    run: mail -s hello ada
                    stdin: |
                      Hello,
                      Ada
                """, answer.out());
        assertEquals("supertask: 2 jobs " + UNLIKE, answer.err());
        assertEquals(0, answer.exit());
        assertEquals(new Cli.Answer(0, "<stdin>: 2 jobs, no mistakes\n", ""),
                cli.withInput(answer.out()).line("validate -"));
    }

    @Test
    void areReadFromStandardInputInTheFormOfTheSystemWhereThatIsSaid() {
        String text = "@daily root true\n";
        Cli.Answer answer = cli.withInput(text).line("import --system --crontab -");

        assertEquals(0, answer.exit(), answer.err());
        assertTrue(answer.out().endsWith("""
                  working-dir: /root
                  catch-up: none
                jobs:

                  true:
                    when: "@daily"
                    run: true
                    user: root
                """), answer::out);
        assertEquals(
                """
                        <stdin>:1:8: "root" is a user, where a user's own crontab has the command · remove it; for a crontab of \
                        the system, "supertask import --system --crontab FILE"
                            1 | @daily root true
                              |        ^~~~
                        """,
                cli.withInput(text).line("validate -").err());
    }

    @Test
    void tellThatMailIsNotSentYet() throws IOException {
        Files.writeString(folder.resolve("mycrontab"), MAIL);

        assertEquals(new Cli.Answer(0, "mycrontab: 1 job, no mistakes, 1 warning\n", "mycrontab" + MAIL_WARNING),
                cli.line("validate mycrontab"));
        Cli.Answer imported = cli.line("import --crontab mycrontab");
        assertEquals("mycrontab" + MAIL_WARNING + "supertask: 1 job " + UNLIKE, imported.err());
        assertTrue(imported.out().contains("""
                # cron mails what a command writes to ops@example.org; mail is not sent yet
                env:
                  MAILTO: ops@example.org
                """), imported::out);
    }

    @Test
    void areRefusedWithAllTheirMistakes() {
        assertEquals(new Cli.Answer(2, "", """
                <stdin>:1:1: minute "60" is not in 0 to 59 · write "0"
                    1 | 60 * * * * true
                      | ^~
                <stdin>:2:1: unknown macro "@dayly" · did you mean "@daily"?
                    2 | @dayly true
                      | ^~~~~~
                """), cli.withInput("60 * * * * true\n@dayly true\n").line("import --crontab -"));
        assertEquals(new Cli.Answer(2, "", "supertask: <stdin>: this is a binary file, no timetable\n"),
                cli.withInput("@daily a\0b\n").line("import --crontab -"));
        assertEquals(new Cli.Answer(2, "", "supertask: there is no file \"mycrontab\"\n"),
                cli.line("import --crontab mycrontab"));
    }

    @Test
    void mustBeNamed() {
        assertEquals(new Cli.Answer(2, "",
                "supertask: there is nothing to import · name a crontab: --crontab FILE, or - for standard input\n"),
                cli.line("import"));
    }
}
