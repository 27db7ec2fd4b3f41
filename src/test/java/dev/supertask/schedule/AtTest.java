package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtTest {

    @ParameterizedTest
    @CsvSource({"at 2027-01-01T09:00, Europe/Berlin, 2027-01-01T08:00:00Z",
            "at 2027-01-01T09:00, America/New_York, 2027-01-01T14:00:00Z",
            "at 2027-01-01T09:00Z, America/New_York, 2027-01-01T09:00:00Z",
            "at 2027-01-01T09:00:01.5+05:30, America/New_York, 2027-01-01T03:30:01.500Z",
            // skipped: right after the gap, even one of a whole day; repeated: the first pass
            "at 2024-03-31T02:30, Europe/Berlin, 2024-03-31T01:00:00Z",
            "at 2011-12-30T12:00, Pacific/Apia, 2011-12-30T10:00:00Z",
            "at 2024-10-27T02:30, Europe/Berlin, 2024-10-27T00:30:00Z"})
    void isOneInstant(String text, String zone, Instant expected) {
        Schedule schedule = ScheduleText.parse(text).schedule();
        Frame frame = new Frame(ZoneId.of(zone), Instant.EPOCH);
        assertEquals(Optional.of(expected), schedule.next(Instant.EPOCH, frame));
        assertEquals(Optional.of(expected), schedule.next(expected.minusNanos(1), frame));
        assertEquals(Optional.empty(), schedule.next(expected, frame));
    }

    @Test
    void saysDateAndTime() {
        assertEquals("once, on 2027-01-01 at 09:00", words("at 2027-01-01T09:00"));
        assertEquals("once, on 2027-01-01 at 09:00 UTC", words("at 2027-01-01T09:00Z"));
        assertEquals("once, on 2027-01-01 at 09:00:30 UTC+01:00", words("at 2027-01-01T09:00:30+01:00"));
    }

    private static String words(String text) {
        return ScheduleText.parse(text).schedule().words();
    }
}
