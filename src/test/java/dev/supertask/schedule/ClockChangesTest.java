package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of occurrences where clocks change.
class ClockChangesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            0 3 * * *   | Europe/Berlin       | ''
            30 2 1 * *  | Europe/Berlin       | ''
            */5 * * * * | Europe/Berlin       | ''
            @every 1h   | Europe/Berlin       | ''
            30 2 * 3 *  | Europe/Berlin       | 2027-03-28T01:00:00Z 02:00 to 03:00: there is no 02:30, so that it runs right after, at 03:00
            45 1 * 4 *  | Australia/Lord_Howe | 2027-04-03T15:00:00Z 02:00 to 01:30: 01:45 comes twice, and it runs the first time only
            0 0 * 3 *   | Asia/Beirut         | 2027-03-27T22:00:00Z 00:00 to 01:00: there is no 00:00, so that it runs right after, at 01:00
            30 2 * * *  | UTC                 | ''
            """)
    void tellsThoseAtWhichSomethingHappens(String text, String zone, String expected) {
        Frame frame = new Frame(ZoneId.of(zone), Instant.parse("2027-01-01T00:00:00Z"));
        String found = ClockChanges.of(ScheduleText.parse(text).schedule(), frame, frame.anchor(),
                Instant.parse("2028-01-01T00:00:00Z")).stream()
                .map(change -> change.at() + " " + change.text().replaceFirst("the clocks go [a-z]+ from ", ""))
                .collect(Collectors.joining("; "));
        assertEquals(expected, found);
    }
}
