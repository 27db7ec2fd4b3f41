package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask next`.
class NextTest {
    @TempDir
    private Path folder;

    @Test
    void tellsTheNextOccurrencesOfSchedulesWhereTheClocksChange() {
        Cli.Answer answer = Cli.in(folder).run("next", "0 9 * * MON-FRI", "30 2 * * *", "@every 90s", "--zone",
                "Europe/Berlin", "--from", "2027-03-27T00:00+01:00", "--count", "2");
        assertEquals(new Cli.Answer(0,
                """
                        SCHEDULE         NEXT                            IN         NOTE
                        0 9 * * MON-FRI  Mon 2027-03-29 09:00:00 +02:00  in 124 d 19 h
                                         Tue 2027-03-30 09:00:00 +02:00  in 125 d 19 h
                        30 2 * * *       Sat 2027-03-27 02:30:00 +01:00  in 122 d 13 h
                                         Sun 2027-03-28 03:00:00 +02:00  in 123 d 13 h  the clocks go forward from 02:00 to 03:00
                        @every 1m30s     Sat 2027-03-27 00:01:30 +01:00  in 122 d 11 h
                                         Sat 2027-03-27 00:03:00 +01:00  in 122 d 11 h
                        """
                        .replace("IN         NOTE", "IN             NOTE"),
                ""), answer);
    }

    @Test
    void tellsTheTwoPassesApartWhereTheClocksGoBack() {
        Cli.Answer answer = Cli.in(folder).run("next", "30 * * * *", "--from", "2026-10-25T01:45+02:00", "--count",
                "3", "--output", "json");
        assertEquals(new Cli.Answer(0, """
                [
                  {
                    "schedule": "30 * * * *",
                    "namespace": null,
                    "job": null,
                    "zone": "Europe/Berlin",
                    "next": [
                      "2026-10-25T02:30:00+02:00",
                      "2026-10-25T02:30:00+01:00",
                      "2026-10-25T03:30:00+01:00"
                    ],
                    "notes": [
                      "2026-10-25T02:30:00+02:00: the clocks go back from 03:00 to 02:00; this is the first 02:30",
                      "2026-10-25T02:30:00+01:00: the clocks go back from 03:00 to 02:00; this is the second 02:30"
                    ]
                  }
                ]
                """, ""), answer);
    }

    @Test
    void tellsOfStoredJobsAndOfThoseOfAFile() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        String stored = """
                JOB        NEXT                            IN            NOTE
                backup     Wed 2026-11-25 03:00:00 +01:00  in 14 h
                           Thu 2026-11-26 03:00:00 +01:00  in 1 d 14 h
                heartbeat  Tue 2026-11-24 13:00:10 +01:00  in 10 s
                           Tue 2026-11-24 13:00:20 +01:00  in 20 s
                """.replace("            NOTE", "           NOTE");
        assertEquals(new Cli.Answer(0, stored, ""), cli.line("next --ns ops --count 2"));
        assertEquals(new Cli.Answer(0, """
                JOB  NEXT                            IN       NOTE
                a    Wed 2026-11-25 00:00:00 +01:00  in 11 h
                b    never
                """, ""),
                cli.withInput("jobs: {a: {when: '@daily', run: date}, b: {when: '0 0 30 2 *', run: date}}")
                        .line("next --file - --count 1"));
    }

    @Test
    void takesTheMomentAskedFromAsThatOfTheFirstApplication() {
        assertEquals(new Cli.Answer(0, """
                SCHEDULE  NEXT                            IN       NOTE
                once      Tue 2026-11-24 13:00:00 +01:00  now
                @daily    Wed 2026-11-25 00:00:00 +01:00  in 11 h
                          Thu 2026-11-26 00:00:00 +01:00  in 1 d 11 h
                """.replace("IN       NOTE", "IN           NOTE"), ""),
                Cli.in(folder).run("next", "once", "@daily", "--count", "2"));
    }

    @Test
    void saysWhatToDoWhereThereIsNothing() {
        Cli cli = Cli.in(folder);
        assertEquals(new Cli.Answer(0, "",
                "supertask: no jobs yet · \"supertask init && supertask run\" starts some\n"), cli.line("next"));
        assertEquals(new Cli.Answer(0, "[]\n", ""), cli.line("next --output json"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        Cli cli = Cli.in(folder);
        assertEquals(new Cli.Answer(2, "", """
                EXPR:1:1: minute "60" is not in 0 to 59 · write "0"
                    1 | 60 * * * *
                      | ^~
                EXPR:1:1: "nonsense" is not a schedule · write one such as "0 3 * * *", "@daily" or "@every 90s"
                    1 | nonsense
                      | ^~~~~~~~
                """), cli.run("next", "60 * * * *", "nonsense"));
        assertEquals(new Cli.Answer(2, "",
                "supertask: unknown time zone \"Berlin\" · did you mean \"Europe/Berlin\"?\n"),
                cli.run("next", "@daily", "--zone", "Berlin"));
        assertEquals(new Cli.Answer(2, "", "supertask: \"tomorrow\" is no moment for --from · write one such as "
                + "2026-11-24, 2026-11-24T03:00 or 2026-11-24T03:00:00+01:00\n"),
                cli.run("next", "@daily", "--from", "tomorrow"));
        assertEquals(new Cli.Answer(2, "", "supertask: --count 0 is not in 1 to 100000\n"),
                cli.run("next", "@daily", "--count", "0"));
        assertEquals(new Cli.Answer(2, "", "supertask: more than one thing to look at · give either schedules or "
                + "--file\n"), cli.run("next", "@daily", "--file", "x"));
    }
}
