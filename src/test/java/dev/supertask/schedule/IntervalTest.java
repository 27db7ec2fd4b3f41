package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Intervals by the calendar, and ISO-8601 repeating intervals.
class IntervalTest {

    @ParameterizedTest(name = "{0} in {1} after {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # without a beginning, the first comes one interval after the job was applied
            @every P1M  | Europe/Berlin | 2026-01-15T10:00+01:00 | 2026-02-15T10:00+01:00 2026-03-15T10:00+01:00 2026-04-15T10:00+02:00
            @every P1D  | Europe/Berlin | 2024-03-30T12:00+01:00 | 2024-03-31T12:00+02:00 2024-04-01T12:00+02:00
            @every P1W  | Europe/Berlin | 2024-10-20T12:00+02:00 | 2024-10-27T12:00+01:00 2024-11-03T12:00+01:00
            @every P1Y2M | UTC | 2026-01-15T10:00Z | 2027-03-15T10:00Z 2028-05-15T10:00Z
            # real time is not the calendar
            @every 1d   | Europe/Berlin | 2024-03-30T12:00+01:00 | 2024-03-31T13:00+02:00 2024-04-01T13:00+02:00
            @every PT24H | Europe/Berlin | 2024-03-30T12:00+01:00 | 2024-03-31T13:00+02:00
            @every P1DT12H | Europe/Berlin | 2024-03-30T12:00+01:00 | 2024-04-01T01:00+02:00
            # month ends: counted from the beginning, so the 31st comes back
            @every P1M starting=2026-01-31T09:00 | UTC | 2026-01-01T00:00Z | 2026-01-31T09:00Z 2026-02-28T09:00Z 2026-03-31T09:00Z 2026-04-30T09:00Z
            @every P1Y starting=2024-02-29T00:00 | UTC | 2024-01-01T00:00Z | 2024-02-29T00:00Z 2025-02-28T00:00Z 2026-02-28T00:00Z 2027-02-28T00:00Z 2028-02-29T00:00Z
            @every P100Y starting=2000-02-29T00:00 | UTC | 2000-03-01T00:00Z | 2100-02-28T00:00Z 2200-02-28T00:00Z
            # a beginning long ago
            @every P1D starting=1970-01-01T03:00Z | UTC | 2199-12-31T03:00Z | 2200-01-01T03:00Z
            @every 1h starting=2026-01-01T00:30Z | UTC | 2026-06-01T00:00Z | 2026-06-01T00:30Z 2026-06-01T01:30Z
            @every 1h starting=2026-01-01 | Europe/Berlin | 2025-12-31T12:00Z | 2026-01-01T00:00+01:00 2026-01-01T01:00+01:00
            # a skipped and a repeated time
            @every P1D starting=2024-03-29T02:30 | Europe/Berlin | 2024-03-30T12:00+01:00 | 2024-03-31T03:00+02:00 2024-04-01T02:30+02:00
            @every P1D starting=2024-10-25T02:30 | Europe/Berlin | 2024-10-26T12:00+02:00 | 2024-10-27T02:30+02:00 2024-10-28T02:30+01:00
            # with an offset it follows no zone
            @every P1D starting=2024-03-29T02:30+01:00 | Europe/Berlin | 2024-03-30T12:00+01:00 | 2024-03-31T03:30+02:00 2024-04-01T03:30+02:00
            # repeating intervals
            R3/2026-01-01T00:00:00Z/PT1H | UTC | 2025-01-01T00:00Z | 2026-01-01T00:00Z 2026-01-01T01:00Z 2026-01-01T02:00Z -
            R/2026-01-01T00:00:00Z/PT1H | UTC | 2026-05-01T00:30Z | 2026-05-01T01:00Z 2026-05-01T02:00Z
            R1/2026-01-01T00:00Z/P1M | UTC | 2025-01-01T00:00Z | 2026-01-01T00:00Z -
            R3/2026-01-31T00:00/P1M | UTC | 2025-01-01T00:00Z | 2026-01-31T00:00Z 2026-02-28T00:00Z 2026-03-31T00:00Z -
            R2/2026-01-01T00:00Z/2026-01-01T06:00Z | UTC | 2025-01-01T00:00Z | 2026-01-01T00:00Z 2026-01-01T06:00Z -
            R2/2026-01-01T00:00+01:00/2026-01-01T06:00Z | UTC | 2025-01-01T00:00Z | 2025-12-31T23:00Z 2026-01-01T06:00Z -
            R2/PT6H/2026-01-01T12:00Z | UTC | 2025-01-01T00:00Z | 2026-01-01T00:00Z 2026-01-01T06:00Z -
            r2/p1d/2026-01-03t12:00z | UTC | 2025-01-01T00:00Z | 2026-01-01T12:00Z 2026-01-02T12:00Z -
            """)
    void comesAt(String text, String zone, String after, String expected) {
        Schedule schedule = ScheduleText.parse(text).schedule();
        Instant start = OffsetDateTime.parse(after).toInstant();
        Frame frame = new Frame(ZoneId.of(zone), start);
        int count = expected.split(" ", -1).length;
        String found = Stream.iterate(schedule.next(start, frame), next -> next.flatMap(at -> schedule.next(at, frame)))
                .limit(count)
                .map(next -> next.map(at -> at.atZone(frame.zone()).toOffsetDateTime().toString()).orElse("-"))
                .collect(Collectors.joining(" "));
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @every P1M | every month
            @every P2M | every 2 months
            @every P1Y6M | every 1 year 6 months
            @every P1D | every day
            @every P14D | every 2 weeks
            @every P10D starting=2027-01-01T09:00 | every 10 days, starting on 2027-01-01 at 09:00
            @every 1h measure=from-end | 1 hour after the end of the previous run
            R5/2026-01-01T00:00:00Z/PT1H | every hour, starting on 2026-01-01 at 00:00 UTC, 5 times
            R/2026-01-01T00:00:00Z/P1M | every month, starting on 2026-01-01 at 00:00 UTC
            R1/2026-01-01T00:00:00Z/P1M | once, on 2026-01-01 at 00:00 UTC
            at 2027-01-01T09:00, 2027-02-01T09:00Z | on 2027-01-01 at 09:00 and 2027-02-01 at 09:00 UTC
            @start | once after each start of its scheduler
            """)
    void saysItself(String text, String words) {
        assertEquals(words, ScheduleText.parse(text).schedule().words());
    }

    @Test
    void isAtLeastAMillisecondAndGoesForward() {
        assertThrows(IllegalArgumentException.class, () -> new Interval.Calendar(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Interval.Calendar(1, -1));
        assertThrows(IllegalArgumentException.class, () -> new Repeat(0L, new Moment(
                LocalDateTime.of(2026, 1, 1, 0, 0), null), new Interval.Calendar(1, 0)));
    }

    @Test
    void endsWhereTimeEnds() {
        Frame frame = new Frame(ZoneId.of("Europe/Berlin"), Instant.parse("2026-01-01T00:00:00Z"));
        for (String text : new String[]{"@every P1D", "@every P1000Y", "R/2026-01-01T00:00Z/P1M",
                "R999999/2026-01-01T00:00Z/P1000Y", "@daily jitter=1h", "@every 1h measure=from-end"}) {
            Schedule schedule = ScheduleText.parse(text).schedule();
            assertEquals(Optional.empty(), schedule.next(Instant.MAX, frame), text);
            assertFalse(schedule.next(Instant.MIN, frame).isEmpty(), text);
        }
    }

    @Test
    void warnsWhatShortOnesCost() {
        assertEquals("7+4 \"50ms\" means 20 starts a second, and each start of a process costs about 1 ms of a"
                + " processor, whatever it does · let one run do more, or write a loop in one run",
                Mistakes.shown(ScheduleText.parse("@every 50ms").warnings().getFirst()));
        assertEquals(0, ScheduleText.parse("@every 100ms").warnings().size());
    }
}
