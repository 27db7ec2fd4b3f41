package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens where clocks change, case by case: Debian's cron is the measure.
class CronDstTest {

    @ParameterizedTest(name = "{0} in {1} after {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # a fixed time that is skipped runs once, right after the gap
            30 2 * * *         | Europe/Berlin       | 2024-03-30T12:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:30+02:00
            0 2 * * *          | Europe/Berlin       | 2024-03-30T12:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:00+02:00
            # several in one gap, and one at its end, are one start
            0,15,30 2 * * *    | Europe/Berlin       | 2024-03-30T12:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:00+02:00
            30 2,3 * * *       | Europe/Berlin       | 2024-03-30T12:00+01:00 | 2024-03-31T03:00+02:00 2024-03-31T03:30+02:00
            0 2,3 * * *        | Europe/Berlin       | 2024-03-30T12:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:00+02:00
            * 2-2 * * *        | Europe/Berlin       | 2024-03-31T00:00+01:00 | 2024-04-01T02:00+02:00 2024-04-01T02:01+02:00
            0-59 2 * * *       | Europe/Berlin       | 2024-03-31T00:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:00+02:00
            */10 30 2 * * *    | Europe/Berlin       | 2024-03-31T00:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:30+02:00
            # the day fields are those of the skipped time
            30 2 31 3 *        | Europe/Berlin       | 2024-01-01T00:00+01:00 | 2024-03-31T03:00+02:00 2025-03-31T02:30+02:00
            30 2 * 3 SUNL      | Europe/Berlin       | 2024-01-01T00:00+01:00 | 2024-03-31T03:00+02:00 2025-03-30T03:00+02:00
            # asked from right before the end of a gap, and at it
            30 2 * * *         | Europe/Berlin       | 2024-03-31T01:59:59.999+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:30+02:00
            30 2 * * *         | Europe/Berlin       | 2024-03-31T03:00+02:00 | 2024-04-01T02:30+02:00 2024-04-02T02:30+02:00
            # a fixed time that is repeated runs in the first pass only
            30 2 * * *         | Europe/Berlin       | 2024-10-26T12:00+02:00 | 2024-10-27T02:30+02:00 2024-10-28T02:30+01:00
            0,30 2 * * *       | Europe/Berlin       | 2024-10-27T00:00+02:00 | 2024-10-27T02:00+02:00 2024-10-27T02:30+02:00 2024-10-28T02:00+01:00
            30 2 27 10 *       | Europe/Berlin       | 2024-01-01T00:00+01:00 | 2024-10-27T02:30+02:00 2025-10-27T02:30+01:00
            # also when asked from within the second pass
            30 2 * * *         | Europe/Berlin       | 2024-10-27T02:00+01:00 | 2024-10-28T02:30+01:00
            30 2 * * *         | Europe/Berlin       | 2024-10-27T02:15+01:00 | 2024-10-28T02:30+01:00
            45 2,3 * * *       | Europe/Berlin       | 2024-10-27T02:15+01:00 | 2024-10-27T03:45+01:00
            0 3 * * *          | Europe/Berlin       | 2024-10-27T02:59:59+02:00 | 2024-10-27T03:00+01:00
            # wildcard jobs follow real time: nothing in the gap, both passes
            */30 2 * * *       | Europe/Berlin       | 2024-03-31T00:00+01:00 | 2024-04-01T02:00+02:00
            */30 2 * * *       | Europe/Berlin       | 2024-10-27T00:00+02:00 | 2024-10-27T02:00+02:00 2024-10-27T02:30+02:00 2024-10-27T02:00+01:00 2024-10-27T02:30+01:00 2024-10-28T02:00+01:00
            30 * * * *         | Europe/Berlin       | 2024-03-31T01:00+01:00 | 2024-03-31T01:30+01:00 2024-03-31T03:30+02:00
            30 * * * *         | Europe/Berlin       | 2024-10-27T02:00+02:00 | 2024-10-27T02:30+02:00 2024-10-27T02:30+01:00 2024-10-27T03:30+01:00
            30 */2 * * *       | Europe/Berlin       | 2024-10-27T01:00+02:00 | 2024-10-27T02:30+02:00 2024-10-27T02:30+01:00 2024-10-27T04:30+01:00
            @hourly            | Europe/Berlin       | 2024-10-27T01:00+02:00 | 2024-10-27T02:00+02:00 2024-10-27T02:00+01:00 2024-10-27T03:00+01:00
            */20 * * * * *     | Europe/Berlin       | 2024-03-31T01:59:30+01:00 | 2024-03-31T01:59:40+01:00 2024-03-31T03:00+02:00
            # days that begin at 01:00
            0 0 * * *          | Asia/Beirut         | 2024-03-30T12:00+02:00 | 2024-03-31T01:00+03:00 2024-04-01T00:00+03:00
            @daily             | Africa/Cairo        | 2024-04-25T12:00+02:00 | 2024-04-26T01:00+03:00 2024-04-27T00:00+03:00
            0 0 * * *          | America/Havana      | 2024-03-09T12:00-05:00 | 2024-03-10T01:00-04:00 2024-03-11T00:00-04:00
            0 0 * * *          | America/Santiago    | 2024-09-07T12:00-04:00 | 2024-09-08T01:00-03:00 2024-09-09T00:00-03:00
            0 0 * * *          | America/Sao_Paulo   | 2018-11-03T12:00-03:00 | 2018-11-04T01:00-02:00 2018-11-05T00:00-02:00
            0 0 * * *          | Asia/Tehran         | 2021-03-21T12:00+03:30 | 2021-03-22T01:00+04:30 2021-03-23T00:00+04:30
            # a day whose first hour comes twice, and a last hour that does
            0 0 * * *          | America/Havana      | 2024-11-02T12:00-04:00 | 2024-11-03T00:00-04:00 2024-11-04T00:00-05:00
            30 23 * * *        | Asia/Beirut         | 2024-10-26T12:00+03:00 | 2024-10-26T23:30+03:00 2024-10-27T23:30+02:00
            # a month without, within a year of summer time
            30 2 * * *         | Africa/Casablanca   | 2024-03-09T12:00+01:00 | 2024-03-10T02:30+01:00 2024-03-11T02:30+00:00
            30 2 * * *         | Africa/Casablanca   | 2024-04-13T12:00+00:00 | 2024-04-14T03:00+01:00 2024-04-15T02:30+01:00
            # half an hour, and a change at one minute past midnight
            15 2 * * *         | Australia/Lord_Howe | 2024-10-05T12:00+10:30 | 2024-10-06T02:30+11:00 2024-10-07T02:15+11:00
            45 1 * * *         | Australia/Lord_Howe | 2025-04-05T12:00+11:00 | 2025-04-06T01:45+11:00 2025-04-07T01:45+10:30
            45 * * * *         | Australia/Lord_Howe | 2025-04-06T01:00+11:00 | 2025-04-06T01:45+11:00 2025-04-06T01:45+10:30 2025-04-06T02:45+10:30
            30 0 * * *         | America/St_Johns    | 2006-04-01T12:00-03:30 | 2006-04-02T01:01-02:30 2006-04-03T00:30-02:30
            0 0 * * *          | America/St_Johns    | 2006-10-28T12:00-02:30 | 2006-10-29T00:00-02:30 2006-10-30T00:00-03:30
            # two hours
            30 1,2 * * *       | Antarctica/Troll    | 2024-03-30T12:00+00:00 | 2024-03-31T03:00+02:00 2024-04-01T01:30+02:00
            # more than three hours are no gap: a whole day that never was
            0 12 * * *         | Pacific/Apia        | 2011-12-29T00:00-10:00 | 2011-12-29T12:00-10:00 2011-12-31T12:00+14:00
            0 12 30 12 *       | Pacific/Apia        | 2011-01-01T00:00-11:00 | 2012-12-30T12:00+14:00
            """)
    void startsWhen(String text, String zone, String after, String expected) {
        Schedule schedule = ScheduleText.parse(text).schedule();
        ZoneId place = ZoneId.of(zone);
        Instant start = OffsetDateTime.parse(after).toInstant();
        Frame frame = new Frame(place, start);
        String found = Stream.iterate(schedule.next(start, frame), Optional::isPresent,
                last -> last.flatMap(instant -> schedule.next(instant, frame)))
                .limit(expected.chars().filter(c -> c == ' ').count() + 1)
                .map(next -> next.orElseThrow().atZone(place).toOffsetDateTime().toString())
                .collect(Collectors.joining(" "));
        assertEquals(expected.replace("+00:00", "Z"), found);
    }

    @Test
    void neverStartsWhatLiesInAGapEachYear() {
        // Wildcard jobs follow real time, and this time is skipped whenever it comes.
        Schedule schedule = ScheduleText.parse("* 2 * 3 SUNL").schedule();
        Instant after = Instant.parse("2024-01-01T00:00:00Z");
        assertEquals(Optional.empty(), schedule.next(after, new Frame(ZoneId.of("Europe/Berlin"), after)));
    }
}
