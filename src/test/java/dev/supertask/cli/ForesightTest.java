package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `supertask validate` foresees of schedules.
class ForesightTest {
    @TempDir
    private Path folder;

    private String warnings(String job) {
        Cli.Answer answer = Cli.in(folder).withInput("jobs: {a: {run: date, " + job + "}}").line("validate -");
        assertEquals(0, answer.exit(), answer::err);
        return answer.err().lines().filter(line -> line.startsWith("<stdin>")).findFirst().orElse("nothing")
                .replaceFirst("<stdin>:1:\\d+: warning ", "");
    }

    @Test
    void warnsOfWhatTheClocksDoWithTheDates() {
        assertEquals(
                "ST-W05: \"30 2 * * *\": on 2027-03-28, the clocks go forward from 02:00 to 03:00: there is no 02:30, "
                        + "so that it runs right after, at 03:00; on 2027-10-31, the clocks go back from 03:00 to 02:00: 02:30 "
                        + "comes twice, and it runs the first time only · choose another time, or say what is meant with \"dst\"",
                warnings("when: '30 2 * * *'"));
        assertEquals("nothing", warnings("when: '30 4 * * *'"));
        assertEquals("nothing", warnings("when: '30 2 * * *', timezone: UTC"));
        assertEquals("nothing", warnings("when: '30 2 * * *', dst: {gap: skip}"));
        assertEquals("nothing", warnings("when: '30 2 * * *', ignore-warnings: ST-W05"));
    }

    @Test
    void warnsOfWhatHardlyEverComes() {
        assertEquals("ST-W04: \"0 4 29 2 *\" fires less than once a year: next on 2028-02-29, then on 2032-02-29",
                warnings("when: '0 4 29 2 *'"));
        assertEquals("ST-W03: \"0 0 4 1 1 ? 2020\" never fires any more · its years or bounds are over",
                warnings("when: '0 0 4 1 1 ? 2020'"));
        assertEquals("ST-W03: \"0 4 30 2 *\" never fires · there is no such day in its months and years",
                warnings("when: '0 4 30 2 *'"));
        assertEquals("nothing", warnings("when: '@yearly'"));
    }

    @Test
    void looksAtCrontabsAndTheOriginalsTimetablesAsWell() {
        Cli.Answer crontab = Cli.in(folder).withInput("0 4 29 2 * /bin/true\n").line("validate -");
        assertEquals(
                """
                        <stdin>:1:1: warning ST-W04: "0 4 29 2 *" fires less than once a year: next on 2028-02-29, then on 2032-02-29
                            1 | 0 4 29 2 * /bin/true
                              | ^~~~~~~~~~~~~~~~~~~~
                        """,
                crontab.err());
        Cli.Answer original = Cli.in(folder)
                .withInput(
                        """
                                tasks: [{meta: {id: a}, on: {schedule: [{cron: "0 4 29 2 *"}]}, steps: [{uses: python-file, run: "a.py:f"}]}]
                                """)
                .line("validate -");
        assertEquals("<stdin>:1:21: warning ST-W04: ", original.err().lines().findFirst().orElse("").substring(0, 30),
                original::err);
    }

    @Test
    void warnsOfWeekdaysThatCountFromMondayElsewhere() {
        assertEquals("ST-W07: \"0-4\" counts from Sunday = 0 here, from Monday = 0 in the Python original · write "
                + "\"MON-FRI\" if that is meant, or names in any case", warnings("when: '0 4 * * 0-4'"));
        assertEquals("nothing", warnings("when: '0 4 * * 1-5'"));
    }
}
