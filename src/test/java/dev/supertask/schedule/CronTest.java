package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which times cron text names, away from any change of clocks.
class CronTest {

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *               | 2026-01-01T00:00       | 2026-01-01T00:01 2026-01-01T00:02
            * * * * *               | 2026-01-01T00:00:59    | 2026-01-01T00:01 2026-01-01T00:02
            * * * * * *             | 2026-01-01T00:00:59    | 2026-01-01T00:01 2026-01-01T00:01:01
            */25 * * * *            | 2026-01-01T00:00       | 2026-01-01T00:25 2026-01-01T00:50 2026-01-01T01:00
            */90 * * * *            | 2026-01-01T00:00       | 2026-01-01T01:00 2026-01-01T02:00
            5-59/15 3,4 * * *       | 2026-01-01T03:20       | 2026-01-01T03:35 2026-01-01T03:50 2026-01-01T04:05
            30 15 10 * * *          | 2026-01-01T00:00       | 2026-01-01T10:15:30 2026-01-02T10:15:30
            59 59 23 31 12 ?        | 2026-01-01T00:00       | 2026-12-31T23:59:59 2027-12-31T23:59:59
            0 0 0 1 1 * 2027-2031/2 | 2026-01-01T00:00       | 2027-01-01T00:00 2029-01-01T00:00 2031-01-01T00:00
            0 0 * * SUN             | 2026-01-01T00:00       | 2026-01-04T00:00 2026-01-11T00:00
            0 0 * * 7               | 2026-01-01T00:00       | 2026-01-04T00:00 2026-01-11T00:00
            0 0 * * sat-SUN         | 2026-01-01T00:00       | 2026-01-03T00:00 2026-01-04T00:00 2026-01-10T00:00
            0 0 * * SUN-tue         | 2026-01-01T00:00       | 2026-01-04T00:00 2026-01-05T00:00 2026-01-06T00:00 2026-01-11T00:00
            0 0 * * SUN-SUN         | 2026-01-01T00:00       | 2026-01-04T00:00 2026-01-11T00:00
            0 0 * jan,Mar-apr MON   | 2026-01-25T00:00       | 2026-01-26T00:00 2026-03-02T00:00
            # either day field, if both are restricted; both, if one starts with *
            0 0 13 * FRI            | 2026-02-01T00:00       | 2026-02-06T00:00 2026-02-13T00:00 2026-02-20T00:00
            0 0 */2 * FRI           | 2026-02-01T00:00       | 2026-02-13T00:00 2026-02-27T00:00 2026-03-13T00:00
            0 0 13 * */5            | 2026-02-01T00:00       | 2026-02-13T00:00 2026-03-13T00:00 2026-09-13T00:00
            0 0 13 * *,FRI          | 2026-02-01T00:00       | 2026-02-13T00:00 2026-03-13T00:00
            0 0 ? * FRI             | 2026-02-01T00:00       | 2026-02-06T00:00 2026-02-13T00:00
            0 0 1-31 * FRI          | 2026-02-01T00:00       | 2026-02-02T00:00 2026-02-03T00:00
            # L
            0 0 L * *               | 2027-12-31T00:00       | 2028-01-31T00:00 2028-02-29T00:00 2028-03-31T00:00 2028-04-30T00:00
            0 0 l-1 * ?             | 2027-01-31T00:00       | 2027-02-27T00:00 2027-03-30T00:00
            0 0 L-30 * *            | 2026-01-01T00:00       | 2026-03-01T00:00 2026-05-01T00:00 2026-07-01T00:00
            0 0 15,L * *            | 2026-02-01T00:00       | 2026-02-15T00:00 2026-02-28T00:00 2026-03-15T00:00
            0 0 * * 5L              | 2026-01-01T00:00       | 2026-01-30T00:00 2026-02-27T00:00 2026-03-27T00:00
            0 0 * * SUNL,7#1        | 2026-01-01T00:00       | 2026-01-04T00:00 2026-01-25T00:00 2026-02-01T00:00
            # W: the nearest weekday, but never in another month
            0 0 15W * *             | 2026-02-01T00:00       | 2026-02-16T00:00 2026-03-16T00:00 2026-04-15T00:00
            0 0 1W * *              | 2026-07-31T00:00       | 2026-08-03T00:00 2026-09-01T00:00
            0 0 31W * *             | 2026-01-01T00:00       | 2026-01-30T00:00 2026-03-31T00:00 2026-05-29T00:00
            0 0 30W 2 *             | 2026-01-01T00:00       | never
            0 0 LW * *              | 2026-01-01T00:00       | 2026-01-30T00:00 2026-02-27T00:00 2026-03-31T00:00 2026-04-30T00:00 2026-05-29T00:00
            0 0 1W,15W,LW * *       | 2026-08-01T00:00       | 2026-08-03T00:00 2026-08-14T00:00 2026-08-31T00:00
            # the n-th weekday
            0 0 * * MON#1           | 2026-01-01T00:00       | 2026-01-05T00:00 2026-02-02T00:00
            0 0 * * 2#5             | 2026-01-01T00:00       | 2026-03-31T00:00 2026-06-30T00:00
            0 0 * * 5#2,5#4         | 2026-01-01T00:00       | 2026-01-09T00:00 2026-01-23T00:00 2026-02-13T00:00
            # month ends and leap years, of which 2100 is none
            0 0 31 * *              | 2026-01-31T00:00       | 2026-03-31T00:00 2026-05-31T00:00 2026-07-31T00:00 2026-08-31T00:00
            0 0 29 2 *              | 2096-01-01T00:00       | 2096-02-29T00:00 2104-02-29T00:00
            0 0 29 2 *              | 1999-01-01T00:00       | 2000-02-29T00:00 2004-02-29T00:00
            0 0 */28 2 SUN          | 2026-01-01T00:00       | 2026-02-01T00:00 2032-02-01T00:00 2032-02-29T00:00
            0 0 L 2 *               | 2099-01-01T00:00       | 2099-02-28T00:00 2100-02-28T00:00 2101-02-28T00:00
            # never
            30 2 30 2 *             | 2026-01-01T00:00       | never
            0 0 31 4,6,9,11 *       | 2026-01-01T00:00       | never
            0 0 0 29 2 * 2025-2027  | 2026-01-01T00:00       | never
            0 0 0 1 1 * 1970-2025   | 2026-01-01T00:00       | never
            0 0 0 1 1 * 2199        | 2199-01-01T00:00       | never
            0 0 0 1 1 * 2199        | 2026-01-01T00:00       | 2199-01-01T00:00 never
            """)
    void namesTheTimes(String text, String after, String expected) {
        Schedule schedule = ScheduleText.parse(text).schedule();
        Instant start = LocalDateTime.parse(after).toInstant(ZoneOffset.UTC);
        Frame frame = new Frame(ZoneOffset.UTC, start);
        String found = Stream
                .iterate(schedule.next(start, frame),
                        last -> last.flatMap(instant -> schedule.next(instant, frame)))
                .limit(expected.chars().filter(c -> c == ' ').count() + 1)
                .map(next -> next.map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString())
                        .orElse("never"))
                .collect(Collectors.joining(" "));
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@hourly=0 * * * *", "@daily=0 0 * * *", "@midnight=0 0 * * *",
            "@weekly=0 0 * * 0",
            "@monthly=0 0 1 * *", "@yearly=0 0 1 1 *", "@annually=0 0 1 1 *"})
    void knowsTheMacros(String pair) {
        List<String> texts = List.of(pair.split("=", -1));
        Instant after = Instant.parse("2026-03-28T12:34:56.789Z");
        Frame frame = new Frame(ZoneId.of("Europe/Berlin"), after);
        assertEquals(ScheduleText.parse(texts.getLast()).schedule().next(after, frame),
                ScheduleText.parse(texts.getFirst()).schedule().next(after, frame));
    }

    @Test
    void answersQuicklyThatItNeverStarts() {
        Frame frame = new Frame(ZoneId.of("America/New_York"), Instant.EPOCH);
        List<Schedule> never = Stream.of("30 2 30 2 *", "0 0 31W 2 *", "0 0 0 29 2 * 2199", "* 2 8-14 3 */7")
                .map(text -> ScheduleText.parse(text).schedule()).toList();
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 25; i++) {
                for (Schedule schedule : never) {
                    assertEquals(Optional.empty(),
                            schedule.next(Instant.parse("2026-01-01T00:00:00Z"), frame));
                }
            }
        });
    }

    @Test
    void endsAtTheEndOfTheYear9999AndBearsEveryInstant() {
        Schedule schedule = ScheduleText.parse("0 0 * * *").schedule();
        Frame frame = new Frame(ZoneId.of("Europe/Berlin"), Instant.EPOCH);
        assertEquals(Optional.empty(), schedule.next(Instant.parse("9999-12-31T23:59:59Z"), frame));
        assertEquals(Optional.empty(), schedule.next(Instant.MAX, frame));
        assertEquals(Instant.MIN.plus(Duration.ofDays(1)).getEpochSecond() / 1_000_000,
                schedule.next(Instant.MIN, frame).orElseThrow().getEpochSecond() / 1_000_000);
    }
}
