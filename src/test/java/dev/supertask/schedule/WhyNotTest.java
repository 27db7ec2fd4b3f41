package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Why an instant is no occurrence.
class WhyNotTest {
    private static final Frame BERLIN = new Frame(ZoneId.of("Europe/Berlin"), Instant.parse("2026-01-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            0 9 * * MON-FRI     | 2026-11-22T09:30:00+01:00 | the day is a Sunday, not "MON-FRI", the minute is 30, not "0"
            0 0 1 * MON         | 2026-11-24T00:00:00+01:00 | the day of month is 24 and a Tuesday, neither of "1" nor of "MON"
            0 0 */2 * MON       | 2026-11-24T00:00:00+01:00 | the day of month is 24 and a Tuesday, not both of "*/2" and "MON"
            0 0 L * *           | 2026-02-27T00:00:00+01:00 | the day of month is 27, not "L"
            0 0 1 JAN *         | 2026-03-01T00:00:00+01:00 | the month is March, not "JAN"
            0 0 0 1 1 ? 2030    | 2027-01-01T00:00:00+01:00 | the year is 2027, not "2030"
            0 3 * * *           | 2026-11-24T03:00:15+01:00 | the second is 15, not 0
            30 0 3 * * *        | 2026-11-24T03:00:15+01:00 | the second is 15, not "30"
            0 3 * * *           | 2026-11-24T03:00:00.5+01:00 | it is no full second
            30 2 * * *          | 2026-10-25T02:30:00+01:00 | its time is shown twice that day, and it runs at the first only
            0 0 30 2 *          | 2026-03-02T00:00:00+01:00 | there is no such day, in no year
            @every 90s          | 2026-01-01T01:01:00+01:00 | it counts every 90 seconds from 2026-01-01T01:00+01:00
            at 2026-01-01T00:00 | 2026-01-02T00:00:00+01:00 | it is due once, on 2026-01-01 at 00:00, and never again
            @reboot             | 2026-01-02T00:00:00+01:00 | it is due at each start of the machine only
            """)
    void namesWhatKeepsItFromMatching(String text, String at, String reason) {
        Schedule schedule = ScheduleText.parse(text).schedule();
        assertEquals(reason, WhyNot.of(schedule, OffsetDateTime.parse(at).toInstant(), BERLIN));
    }
}
