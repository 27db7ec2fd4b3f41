package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask why`.
class WhyTest {
    @TempDir
    private Path folder;

    private String why(String words) {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        Cli.Answer answer = cli.line("why " + words);
        assertEquals(0, answer.exit(), answer::err);
        return answer.out();
    }

    @Test
    void namesTheFieldThatDoesNotMatch() {
        assertEquals("""
                backup in ops, Tue 2026-11-24 04:00:00 +01:00
                  because     "0 3 * * *" is not due then: the hour is 4, not "3"
                  previous    Tue 2026-11-24 03:00:00 +01:00 (10 h ago)
                  next        Wed 2026-11-25 03:00:00 +01:00 (in 14 h)
                """, why("backup 2026-11-24T04:00"));
    }

    @Test
    void tellsWhatBecameOfAnOccurrence() {
        assertEquals("""
                backup in ops, Tue 2026-11-24 03:00:00 +01:00
                  because     it was launched at 2026-11-24 03:00:00 +01:00 and failed: exit code 3 \
                (run 01M85MG2802222222222222222)
                  previous    Mon 2026-11-23 03:00:00 +01:00 (1 d 10 h ago)
                  next        Wed 2026-11-25 03:00:00 +01:00 (in 14 h)
                """, why("backup 2026-11-24T03:00"));
        assertEquals("""
                heartbeat in ops, Tue 2026-11-24 12:59:40 +01:00
                  because     it was skipped: the run of 12:59:30 goes on (run 01M86PT2Z03333333333333333)
                  previous    Tue 2026-11-24 12:59:30 +01:00 (30 s ago)
                  next        Tue 2026-11-24 12:59:50 +01:00 (10 s ago)
                """, why("heartbeat 2026-11-24T12:59:40"));
    }

    @Test
    void tellsOfTimesBeforeTheJobAndTimesToCome() {
        assertEquals("""
                backup in ops, Thu 2026-11-19 03:00:00 +01:00
                  because     the job has had this schedule only since 2026-11-20 10:00:00 +01:00
                  previous    Wed 2026-11-18 03:00:00 +01:00 (6 d 10 h ago)
                  next        Fri 2026-11-20 03:00:00 +01:00 (4 d 10 h ago)
                """, why("backup 2026-11-19T03:00"));
        assertEquals("""
                backup in ops, Wed 2026-11-25 03:00:00 +01:00
                  because     it is due then
                  previous    Tue 2026-11-24 03:00:00 +01:00 (10 h ago)
                  next        Thu 2026-11-26 03:00:00 +01:00 (in 1 d 14 h)
                """, why("backup 2026-11-25T03:00"));
    }

    @Test
    void tellsWhatHoldsAJobNow() {
        assertEquals("""
                report in ops, now
                  because     it is disabled in its timetable
                """, why("report"));
        assertEquals("""
                backup in ops, now
                  because     no scheduler runs namespace "ops"
                              it is due next at 2026-11-25 03:00:00 +01:00
                              its last run: it was launched at 2026-11-24 03:00:00 +01:00 and failed: exit code 3 \
                (run 01M85MG2802222222222222222)
                  next        Wed 2026-11-25 03:00:00 +01:00 (in 14 h)
                """, why("backup"));
    }

    @Test
    void hasAFormForPrograms() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(0, """
                {
                  "namespace": "ops",
                  "job": "report",
                  "timezone": "America/New_York",
                  "at": "2026-11-01T00:00:00-04:00",
                  "because": [
                    "the job has had this schedule only since 2026-11-20 04:00:00 -05:00"
                  ],
                  "run": null,
                  "previous": "2026-10-01T00:00:00-04:00",
                  "next": "2026-12-01T00:00:00-05:00"
                }
                """, ""), cli.line("why report 2026-11-01T00:00 --output json"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(1, "", "supertask: no job \"bakup\" · did you mean \"backup\"?\n"),
                cli.line("why bakup"));
        assertEquals(new Cli.Answer(2, "", "supertask: \"noon\" is no moment for why · write one such as "
                + "2026-11-24, 2026-11-24T03:00 or 2026-11-24T03:00:00+01:00\n"), cli.line("why backup noon"));
    }
}
