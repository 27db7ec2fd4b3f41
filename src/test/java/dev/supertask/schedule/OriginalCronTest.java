package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginalCronTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 3 * * *           | 0 3 * * *
            */10 * * * * *      | */10 * * * * *
            */5 * * * * * 2030  | */5 * * * * * 2030
            0 3 * * 0           | 0 3 * * MON
            0 3 * * 6           | 0 3 * * SUN
            0 3 * * 0-4         | 0 3 * * MON-FRI
            0 3 * * 5-6         | 0 3 * * SAT-SUN
            0 3 * * 0-6         | 0 3 * * MON-SUN
            0 3 * * 0,2,4       | 0 3 * * MON,WED,FRI
            0 3 * * 0-4/2       | 0 3 * * MON,WED,FRI
            0 3 * * 1/2         | 0 3 * * TUE,THU,SAT
            0 3 * * */2         | 0 3 * * MON,WED,FRI,SUN
            0 3 * * */9         | 0 3 * * MON
            0 3 * * 4L          | 0 3 * * FRIL
            0 3 * * 4#2,6#1     | 0 3 * * FRI#2,SUN#1
            0 3 * * mon-fri,6   | 0 3 * * MON-FRI,SUN
            0 3 * * fri         | 0 3 * * FRI
            0 0 3 * * 1 2030    | 0 0 3 * * TUE 2030
            5/15 * * * *        | 5-59/15 * * * *
            0 3 10/5 2/3 *      | 0 3 10-31/5 2-12/3 *
            0 3 last * *        | 0 3 L * *
            0 3 1-7 * 0         | 0 3 * * MON#1
            0 3 22-28 * 0,6     | 0 3 * * SUN#4,MON#4
            0 3 */2 * 0         | 0 3 */2 * MON
            @daily              | @daily
            """)
    void saysTheSameAsCronTextOfOurs(String original, String ours) {
        assertEquals(ours, OriginalCron.parse(original).schedule().text());
    }

    @Test
    void countsFromMonday() {
        for (int day = 0; day < 7; day++) {
            Schedule schedule = OriginalCron.parse("0 12 * * " + day).schedule();
            Instant next = schedule.next(Instant.parse("2026-11-22T23:00:00Z"),
                    new Frame(ZoneOffset.UTC, Instant.EPOCH)).orElseThrow();
            assertEquals(Stream.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").toList().get(day),
                    next.atZone(ZoneOffset.UTC).getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
        }
    }

    @Test
    void warnsOfNumbersThatMeanOtherDaysElsewhere() {
        assertEquals(List.of(
                "8+3 day-of-week \"0-4\" counts from Monday = 0 here, and means MON-FRI · names mean the same everywhere"),
                OriginalCron.parse("0 3 * * 0-4").warnings().stream().map(Mistakes::shown).toList());
        assertEquals(List.of(), OriginalCron.parse("0 3 * * mon-fri").warnings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 3 * * 7    | 8+1 day-of-week "7" is not in 0 to 6 · Monday is 0, Sunday 6, as in the Python original
            0 3 * * 1-9  | 8+3 day-of-week "9" is not in 0 to 6 · Monday is 0, Sunday 6, as in the Python original
            0 3 * * 5-1  | 8+3 day-of-week range "5-1" runs backwards · write two ranges, such as "5-6,0-1"
            0 3 * * */0  | 10+1 step "0" would never move on · a step is at least 1
            0 24 * * *   | 2+2 hour "24" is not in 0 to 23 · write "0" for midnight
            0 3 * * 0#6  | 10+1 "0#6" counts to "6" · write 1 to 5 behind "#"
            0 3 13 * 4   | 9+1 day-of-month "13" and day-of-week "4" must both match in the Python original, which no \
            schedule here can say · write "*" for one of them, and let the job look at the other
            """)
    void refusesWhatIsNoSuchText(String text, String mistakes) {
        assertEquals(mistakes, Mistakes.of(text, OriginalCron::parse));
    }

    @Test
    void tellsEveryMistake() {
        assertEquals(Stream.of("0+2 minute \"61\" is not in 0 to 59",
                "9+1 day-of-week \"8\" is not in 0 to 6 · Monday is 0, Sunday 6, as in the Python original")
                .collect(Collectors.joining("\n")), Mistakes.of("61 3 * * 8", OriginalCron::parse));
    }
}
