package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/// The timetable that a crontab becomes.
class CrontabWriterTest {
    private static final List<String> LINES = List.of("A=b", "A=\"  $x ${y} $$ \"", "B='\"'", "MAILTO=ada@example.org",
            "MAILTO=\"\"", "PATH=/bin:/usr/bin", "SHELL=/bin/bash", "SHELL=/bin/sh", "HOME=/srv", "HOME=/home/ada",
            "CRON_TZ=Asia/Tokyo", "CRON_TZ=Europe/Berlin", "TZ=UTC", "# a comment: with [things]", "# name: x-%d", "",
            "@daily python:x", "*/5 * * * * echo '$A' \"${B}\" # c", "0 3 * * mon-fri cat%a%\tb%% c",
            "5 4 1,15 * * cat%",
            "@reboot é \\% \\\\ \\a", "@hourly  trailing  ", "30 7 * jan-mar * a && b || c; d | e > f 2>&1");
    private static final List<String> USERS = List.of("ada", "root", "www-data");

    @Test
    void saysOnceWhatAllJobsShareAndOfEachWhatIsItsOwn() {
        Timetable crontab = Crontabs.read("""
                MAILTO=ops@example.org
                # Dumps the database
                0 3 * * mon-fri /usr/local/bin/backup.sh --full > /dev/null 2>&1
                CRON_TZ=Asia/Tokyo
                SHELL=/bin/bash
                @daily mail -s hello ada%Hello,%Ada
                """);

        assertEquals("""
                # The crontab "mine" as a timetable, written by "supertask import".
                # cron mails what a command writes to ops@example.org; mail is not sent yet
                env:
                  MAILTO: ops@example.org
                defaults:
                  # as cron has it: only its own few variables, the home folder, nothing made up for
                  clear-env: true
                  working-dir: /home/ada
                  catch-up: none
                jobs:

                  backup:
                    description: Dumps the database
                    when: "0 3 * * MON-FRI"
                    run: "/usr/local/bin/backup.sh --full > /dev/null 2>&1"

                  mail:
                    when: "@daily"
                    timezone: Asia/Tokyo
                    run: mail -s hello ada
                    stdin: |
                      Hello,
                      Ada
                    shell: /bin/bash
                    env:
                      CRON_TZ: Asia/Tokyo
                      SHELL: /bin/bash
                """, CrontabText.write(crontab, "mine", Crontabs.AROUND));
        assertReadsBack(crontab);
    }

    @Test
    void writesTheSystemsWithItsUsers() {
        Timetable crontab = Crontabs.readSystem("""
                CRON_TZ=UTC
                @daily root true
                @daily ada true
                """);

        assertEquals("""
                # The crontab "/etc/crontab" as a timetable, written by "supertask import".
                timezone: UTC
                env:
                  CRON_TZ: UTC
                defaults:
                  # as cron has it: only its own few variables, the home folder, nothing made up for
                  clear-env: true
                  working-dir: /root
                  catch-up: none
                jobs:

                  true:
                    when: "@daily"
                    run: true
                    user: root

                  true-7e7d:
                    when: "@daily"
                    run: true
                    working-dir: /home/ada
                """, CrontabText.write(crontab, "/etc/crontab", Crontabs.AROUND));
        assertReadsBack(crontab);
    }

    @Test
    void isReadBackToEqualJobsWhateverStandsInTheCrontab() {
        Random random = new Random(20261124);
        for (int i = 0; i < 500; i++) {
            boolean system = random.nextBoolean();
            String text = IntStream.range(0, 12)
                    .mapToObj(n -> line(LINES.get(random.nextInt(LINES.size())), system, n, random))
                    .collect(Collectors.joining("\n")) + "\n" + line("@daily last", system, 0, random) + "\n";
            assertReadsBack(system ? Crontabs.readSystem(text) : Crontabs.read(text));
        }
    }

    private static String line(String line, boolean system, int number, Random random) {
        String user = system ? USERS.get(random.nextInt(USERS.size())) + " " : "";
        return line.replace("%d", Integer.toString(number)).replaceFirst(
                "^(@\\w+ +|(?:[*0-9]\\S* +\\S+ +\\S+ +\\S+ +\\S+ +))",
                "$1" + user);
    }

    private static void assertReadsBack(Timetable crontab) {
        String text = CrontabText.write(crontab, "crontab", Crontabs.AROUND);
        assertEquals(crontab.jobs(), TimetableText.read("supertask.yaml", text, Crontabs.AROUND).jobs(), text);
    }
}
