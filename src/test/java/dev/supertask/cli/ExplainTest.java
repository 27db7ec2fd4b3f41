package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask explain`.
class ExplainTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatItMeansAndWhatTheClocksDoToIt() {
        Cli.Answer answer = Cli.in(folder).run("explain", "30 2 * * *", "--zone", "Europe/Berlin", "--from",
                "2027-11-01");
        assertEquals(
                """
                        30 2 * * *  ·  every day at 02:30 (Europe/Berlin)
                          minute        30  30
                          hour          2   2
                          day-of-month  *   every day
                          month         *   every month
                          day-of-week   *   every day
                          next          Mon 2027-11-01 02:30:00 +01:00 (in 341 d 13 h)
                                        Tue 2027-11-02 02:30:00 +01:00 (in 342 d 13 h)
                                        Wed 2027-11-03 02:30:00 +01:00 (in 343 d 13 h)
                          clocks        Sun 2028-03-26, the clocks go forward from 02:00 to 03:00: there is no 02:30, so that it \
                        runs right after, at 03:00
                                        Sun 2028-10-29, the clocks go back from 03:00 to 02:00: 02:30 comes twice, and it runs \
                        the first time only
                                        Sun 2029-03-25, the clocks go forward from 02:00 to 03:00: there is no 02:30, so that it \
                        runs right after, at 03:00
                                        Sun 2029-10-28, the clocks go back from 03:00 to 02:00: 02:30 comes twice, and it runs \
                        the first time only
                                        Sun 2030-03-31, the clocks go forward from 02:00 to 03:00: there is no 02:30, so that it \
                        runs right after, at 03:00
                                        Sun 2030-10-27, the clocks go back from 03:00 to 02:00: 02:30 comes twice, and it runs \
                        the first time only
                        """,
                answer.out());
    }

    @Test
    void spellsOutEveryForm() {
        assertEquals(
                """
                        */20 9-17,22 L-2,LW,15W,1 JAN-MAR MON#2,5L  ·  at minutes 0, 20 and 40 of hours 9 to 17 and 22 on the \
                        1st, the weekday nearest to the 15th, the 2nd day before the last and the last weekday of January to \
                        March, or on the second Monday and the last Friday of January to March (UTC)
                          minute        */20          0, 20 and 40
                          hour          9-17,22       9 to 17 and 22
                          day-of-month  L-2,LW,15W,1  1, 2 days before the last of the month, the weekday nearest to the 15th and \
                        the last weekday of the month
                          month         JAN-MAR       January to March
                          day-of-week   MON#2,5L      the last Friday of the month and the 2nd Monday of the month
                          days                        a day matches if either of the two day fields does
                          next          Fri 2027-01-01 09:00:00 +00:00 (in 37 d 21 h)
                                        Fri 2027-01-01 09:20:00 +00:00 (in 37 d 21 h)
                                        Fri 2027-01-01 09:40:00 +00:00 (in 37 d 21 h)
                          clocks        nothing special where they change
                        """,
                Cli.in(folder).run("explain", "*/20 9-17,22 L-2,LW,15W,1 JAN-MAR MON#2,5L", "--zone", "UTC").out());
    }

    @Test
    void hasAFormForPrograms() {
        assertEquals(new Cli.Answer(0, """
                {
                  "schedule": "@every 1m30s",
                  "words": "every 90 seconds",
                  "zone": "Europe/Berlin",
                  "parts": [
                    {
                      "name": "schedule",
                      "text": "@every 1m30s",
                      "words": "every 90 seconds"
                    }
                  ],
                  "next": [
                    "2026-11-24T13:01:30+01:00",
                    "2026-11-24T13:03:00+01:00",
                    "2026-11-24T13:04:30+01:00"
                  ],
                  "clockChanges": []
                }
                """, ""), Cli.in(folder).run("explain", "@every 90s", "--output", "json"));
    }

    @Test
    void refusesWhatIsNoSchedule() {
        assertEquals(new Cli.Answer(2, "", """
                EXPR:1:1: unknown macro "@dayly" · did you mean "@daily"?
                    1 | @dayly
                      | ^~~~~~
                """), Cli.in(folder).run("explain", "@dayly"));
    }
}
