package dev.supertask.timetable;

import static dev.supertask.timetable.Crontabs.command;
import static dev.supertask.timetable.Crontabs.only;
import static dev.supertask.timetable.Crontabs.place;
import static dev.supertask.timetable.Crontabs.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Job;
import dev.supertask.job.Limits;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.ProcessSettings;
import dev.supertask.job.Step;
import dev.supertask.schedule.ScheduleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a crontab means. Where this is Debian's own, it was measured with its cron 3.0pl1-162.
class CrontabTextTest {

    @Test
    void makesAJobOfALine() {
        Job job = only("MAILTO=\"\"\n\n# Dumps the database.\n30 3 * * mon-fri\t/usr/local/bin/backup.sh --full\n");

        assertEquals(new Job("backup", "Dumps the database.", List.of(),
                List.of(ScheduleText.parse("30 3 * * MON-FRI").schedule()), ZoneId.of("Europe/Berlin"), true,
                new Step("", Step.Condition.SUCCESS, new Payload.Shell("/usr/local/bin/backup.sh --full"), null,
                        new Place.ThisMachine(Path.of("/home/ada"), Map.of("MAILTO", ""),
                                ProcessSettings.INHERITED, true)),
                Policies.DEFAULT.withCatchUp(new CatchUp(CatchUp.Mode.NONE, Duration.ofHours(24)))), job);
    }

    @Test
    void readsALastLineWithoutAnEndWhichCronRefuses() {
        assertEquals("true", command(only("@daily true")).text());
    }

    @Test
    void letsVariablesHoldForTheLinesBelowThem() {
        List<Job> jobs = Crontabs.read("""
                A=one
                * * * * * first
                SHELL=/bin/bash
                HOME=/srv
                A=two
                CRON_TZ=Asia/Tokyo
                * * * * * second
                """).jobs();

        assertEquals(Map.of("A", "one"), place(jobs.getFirst()).env());
        assertEquals(Path.of("/home/ada"), place(jobs.getFirst()).workingDir());
        assertEquals(new Payload.Shell("first", "/bin/sh"), command(jobs.getFirst()));
        assertEquals(ZoneId.of("Europe/Berlin"), jobs.getFirst().zone());
        assertEquals(Map.of("A", "two", "SHELL", "/bin/bash", "HOME", "/srv", "CRON_TZ", "Asia/Tokyo"),
                place(jobs.getLast()).env());
        assertEquals(Path.of("/srv"), place(jobs.getLast()).workingDir());
        assertEquals(new Payload.Shell("second", "/bin/bash"), command(jobs.getLast()));
        assertEquals(ZoneId.of("Asia/Tokyo"), jobs.getLast().zone());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {"A=b|b",
            "A = b |b", "  A\t=  b c\t|b c", "A=\"\"|``", "A=\" b \"|` b `", "A=' b \" '|` b \" `", "\"A\"=b|b",
            "'A' = b|b", "A=b=c|b=c", "A==b|=b", "A=$B|$B", "A=b \"c\"|b \"c\"", "A=\\n|\\n", "A=b'c|b'c"})
    void readsAVariableAsCronDoes(String line, String value) {
        assertEquals(Map.of("A", value), place(only(line + "\n@daily true\n")).env());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
            "x a b |x a b |", "x%|x|``", "x%one%two|x|`one\ntwo\n`", "x% one|x|` one\n`", "x%a%|x|`a\n`",
            "x%%|x|`\n`", "x \\%y|x %y|", "x a\\\\b|x a\\b|", "x a\\\\%b|x a\\|`b\n`", "x a\\\\\\%b|x a\\%b|",
            "x a\\\\\\\\b|x a\\\\b|", "x a\\b\\|x a\\b\\|", "x a\\\\|x a\\|",
            "x%a\\\\b\\\\%c\\\\\\%d|x|`a\\\\b\\%c\\\\%d\n`", "x%x\\%y\\z%%end\\|x|`x%y\\z\n\nend\\\n`", "x%\\|x|\\"})
    void takesACommandApartAsCronDoes(String raw, String text, String stdin) {
        Job job = only("* * * * *   " + raw + "\n");

        assertEquals(text, command(job).text());
        assertEquals(stdin, job.steps().getFirst().stdin());
    }

    @Test
    void readsMacrosBlanksCommentsAndTheMarkForAQuietLog() {
        List<Job> jobs = Crontabs.read("""
                   # a comment

                \t@Hourly\ta
                  @reboot b # no comment
                -*/5 * * * * c
                */10\t*\t*\t*\t*\td
                -@daily e
                """).jobs();

        assertEquals(List.of("@hourly", "@reboot", "*/5 * * * *", "*/10 * * * *", "@daily"),
                jobs.stream().map(job -> job.schedules().getFirst().text()).toList());
        assertEquals(List.of("a", "b # no comment", "c", "d", "e"),
                jobs.stream().map(job -> command(job).text()).toList());
    }

    @Test
    void readsTheUsersOfTheSystemForm() {
        List<Job> jobs = Crontabs.readSystem("""
                17 * * * * root  cd / && run-parts --report /etc/cron.hourly
                @daily\tada\ttrue
                0 5 * * 0 www-data php -f /srv/app/cron.php
                """).jobs();

        assertEquals(List.of("cd / && run-parts --report /etc/cron.hourly", "true", "php -f /srv/app/cron.php"),
                jobs.stream().map(job -> command(job).text()).toList());
        assertEquals(new ProcessSettings("root", null, null, null, Limits.NONE), place(jobs.get(0)).process());
        assertEquals(Path.of("/root"), place(jobs.get(0)).workingDir());
        assertEquals(ProcessSettings.INHERITED, place(jobs.get(1)).process());
        assertEquals("www-data", place(jobs.get(2)).process().user());
        assertEquals(Path.of("/var/www"), place(jobs.get(2)).workingDir());
    }

    @ParameterizedTest
    @ValueSource(strings = {"( cd /srv; make )", ": > /tmp/x", ". /etc/profile; x", "w > /tmp/x", "7z a x.7z x",
            "[ -x /x ] && x",
            "{ x; }", "! x", "-x", "/x", "~/x", "$HOME/x", "\"$HOME/x\"", "A=b x", "@x", "monit -c"})
    void takesForACommandWhatCanBeOne(String text) {
        assertEquals(text, command(only("5 4 * * 1 " + text + "\n")).text());
    }

    @Test
    void takesAProgramThatIsCalledLikeAUserForTheCommand() {
        assertEquals("mail -s hello ada", command(only("@daily mail -s hello ada\n")).text());
    }

    @Test
    void warnsOfMailThatIsNotSentYet() {
        assertEquals(List.of(
                """
                        crontab:2:1: warning ST-W09: MAILTO "ada@example.org": mail is not sent yet · "supertask logs JOB" shows what a job wrote; MAILTO="" wants no mail
                            2 | MAILTO = ada@example.org
                              | ^~~~~~~~~~~~~~~~~~~~~~~~"""),
                warnings("MAILTO=\"\"\nMAILTO = ada@example.org\n@daily true\n"));
    }

    @Test
    void warnsOfWhatMeansNothingToCron() {
        assertEquals(List.of(
                """
                        crontab:1:1: warning ST-W11: cron does not let "LOGNAME" be changed: it is the user's name · remove the line
                            1 | LOGNAME=root
                              | ^~~~~~~~~~~~""",
                """
                        crontab:2:15: warning ST-W11: "$PATH" is not replaced in a crontab: "PATH" has these very characters · write its value out
                            2 | PATH=/opt/bin:$PATH
                              |               ^~~~~""",
                """
                        crontab:3:5: warning ST-W11: this is no comment, but a part of the value of "A" · a comment needs a line of its own
                            3 | A=b # c
                              |     ^~~""",
                """
                        crontab:4:1: warning ST-W11: RANDOM_DELAY delays nothing here, nor in Debian's cron · remove the line
                            4 | RANDOM_DELAY=30
                              | ^~~~~~~~~~~~~~~""",
                """
                        crontab:5:25: warning ST-W11: this "%" ends the command; the rest of the line is what it reads · write "\\%" for the character
                            5 | @daily echo $(date +\\%Y-%m)
                              |                         ^"""),
                warnings("""
                        LOGNAME=root
                        PATH=/opt/bin:$PATH
                        A=b # c
                        RANDOM_DELAY=30
                        @daily echo $(date +\\%Y-%m)
                        """));
    }

    @Test
    void warnsOfSchedulesAsATimetableDoes() {
        assertEquals(1, warnings("*/7 * * * * true\n").size());
        assertEquals(List.of(), warnings("A=' # '\n0 3 * * * mail -s \"It's 10pm\" joe%Joe,%%Where?%\n"));
    }

    @Test
    void describesALineByTheCommentDirectlyAboveIt() {
        List<Job> jobs = Crontabs.read("""
                # Edit this file.
                # m h  dom mon dow   command
                @daily a
                # Two lines
                # about it.
                @daily b

                # About nothing.

                @daily c
                #0 5 * * 1 tar -zcf /var/backups/home.tgz /home/
                @daily d
                ## Cleans up ##
                @daily e
                # one
                # two
                # three
                # four
                @daily f
                """).jobs();

        assertEquals(List.of("", "Two lines\nabout it.", "", "", "Cleans up", ""),
                jobs.stream().map(Job::description).toList());
        assertNull(jobs.getFirst().steps().getFirst().stdin());
    }

    @Test
    void readsWhatPeopleHave() throws IOException {
        Timetable mine = Crontabs.read(resource("crontab-of-a-user.txt"));
        Timetable machine = Crontabs.readSystem(resource("etc-crontab.txt"));

        assertEquals(List.of("artisan", "mysqldump", "find", "rsync", "curl", "certbot", "fstrim", "tmux", "report",
                "docker", "rotate", "poll", "invoice", "mail", "echo", "updatedb", "echo-NNNN", "git", "month-end",
                "market-open", "night", "sessionclean"),
                mine.jobs().stream().map(job -> job.name().replaceAll("-[0-9a-f]{4}$", "-NNNN")).toList());
        assertEquals(List.of("cron.hourly", "cron.daily", "cron.weekly", "cron.monthly"),
                machine.jobs().stream().map(Job::name).toList());
        assertEquals("/usr/bin/mysqldump -u root app | gzip > /backup/app-$(date +%Y%m%d).sql.gz",
                command(mine.jobs().get(1)).text());
        assertEquals("Database dump, kept for a week", mine.jobs().get(1).description());
        assertEquals(List.of("ST-W09"), mine.warnings().stream()
                .map(warning -> Objects.requireNonNull(warning.warning()).code()).toList());
        assertEquals(List.of(), machine.warnings());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CrontabTextTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
