package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import dev.supertask.job.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the jobs of a crontab are called.
class CrontabNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', value = {"/usr/local/bin/backup.sh --full→backup",
            "cd /srv/app && php artisan schedule:run >> /dev/null 2>&1→artisan",
            "test -x /usr/sbin/anacron || { cd / && run-parts --report /etc/cron.daily; }→cron.daily",
            "[ -x /usr/lib/php/sessionclean ] && if [ ! -d /run/systemd/system ]; then /usr/lib/php/sessionclean; fi→sessionclean",
            "command -v debian-sa1 > /dev/null && debian-sa1 1 1→debian-sa1",
            "nice -n 10 ionice -c3 /opt/x/report.py→report",
            "/usr/bin/flock -n /tmp/x.lock /usr/bin/rsync -a /a /b→rsync", "PATH=/x A=b find /tmp -delete→find",
            "/usr/bin/env python3 -u /srv/sync.py→sync", "sh -c 'true'→true",
            "timeout 10m curl -fsS https://example.org/→curl",
            "echo hello→echo", "cat%Dear reader→cat", "sleep 30; /usr/bin/wget -q -O - http://localhost/→wget",
            ": > /tmp/x→job",
            "\"/opt/my tool/run\"→my", "* foo→job", "(cd /srv; make all)→make", "java -jar /srv/app.jar→app",
            "@weird/tool!name.rb→tool-name"})
    void areThoseOfTheProgramsThatTheLinesAreAbout(String command, String name) {
        assertEquals(name, Crontabs.only("@daily " + command + "\n").name());
    }

    @Test
    void stayWhatTheyAreWhenOtherLinesComeAndGo() {
        List<String> before = names("@daily rsync a\n@daily rsync b\n@daily rsync c\n@daily tar x\n");

        assertEquals(List.of("rsync", "rsync-a0d8", "rsync-23db", "tar"), before);
        assertEquals(List.of("rsync", "rsync-23db", "date", "tar", "rsync-4730"),
                names("@hourly rsync a\n@daily rsync c\n@daily date\n@daily tar x\n@daily rsync d\n"));
    }

    @Test
    void differEvenWhereTheCommandsAreEqual() {
        List<String> names = new ArrayList<>(names("@daily a x\n@hourly a x\n@weekly a x\n@monthly a x\n"));

        assertEquals(List.of("a", "a-a509", "a-a509-2", "a-a509-3"), names);
    }

    @Test
    void canBeGivenByAComment() {
        List<Job> jobs = Crontabs.read("""
                @daily /usr/bin/backup
                # name: nightly
                # Everything, to tape.
                @daily /usr/bin/backup --all
                # Name: backup
                @hourly /usr/bin/backup --quick
                # name: no valid name
                @hourly date
                """).jobs();

        assertEquals(List.of("backup-", "nightly", "backup", "date"),
                jobs.stream().map(job -> job.name().replaceAll("[0-9a-f]{4}$", "")).toList());
        assertEquals(List.of("", "Everything, to tape.", "", "name: no valid name"),
                jobs.stream().map(Job::description).toList());
    }

    private static List<String> names(String text) {
        return Crontabs.read(text).jobs().stream().map(Job::name).toList();
    }
}
