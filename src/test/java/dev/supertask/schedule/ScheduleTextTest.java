package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTextTest {

    @Test
    void readsEveryKind() {
        assertEquals(new Once(), read("once"));
        assertEquals(new Reboot(), read("@reboot"));
        assertEquals(new Every(Duration.ofSeconds(90)), read("@every 90s"));
        assertEquals(new At(LocalDateTime.of(2027, 1, 1, 9, 0), null), read("at 2027-01-01T09:00"));
        assertEquals(new At(LocalDateTime.of(2027, 1, 1, 9, 0, 30), null), read("at 2027-01-01T09:00:30"));
        assertEquals(new At(LocalDateTime.of(2027, 1, 1, 9, 0), ZoneOffset.UTC),
                read("at 2027-01-01T09:00Z"));
        assertEquals(new At(LocalDateTime.of(2027, 1, 1, 9, 0), ZoneOffset.ofHours(2)),
                read("at 2027-01-01T09:00+02:00"));
        assertEquals("0 3 * * *", read("0 3 * * *").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"* * * * *", "0 3 * * *", "*/10 * * * * *", "0 0 0 1 1 ? 2027-2031/2",
            "0 0 L-3,15W * *",
            "0 0 * JAN-MAR MON#2,FRIL", "@daily", "@hourly", "@reboot", "once", "@every 1h30m",
            "@every 500ms",
            "at 2027-01-01T09:00", "at 2027-01-01T09:00:30.500Z", "at 2027-01-01T09:00+05:30",
            "at 2027-01-01T09:00, 2027-02-01T09:00Z", "@start", "@midnight", "@annually", "@every P1M",
            "@every P1Y2M3D starting=2026-01-31T09:00", "@every 1h starting=2026-01-01T00:00Z measure=from-end",
            "R5/2026-01-01T00:00Z/PT1H", "R/2026-01-01T00:00/P1M", "H * * * *", "H(0-29)/10 H/4 H * H(1-5)",
            "0 0 0 1 1 * H(2027-2030)", "@daily timezone=Europe/Berlin",
            "0 9 * * * timezone=Europe/Berlin from=2026-01-01T00:00 until=2026-12-31 times=5 jitter=30s",
            "once jitter=1m", "at 2027-01-01T09:00, 2027-02-01T09:00 until=2027-01-15T00:00Z"})
    void writesWhatItReads(String text) {
        assertEquals(text, read(text).text());
        assertEquals(read(text), read(read(text).text()));
        assertEquals(read(text).hashCode(), read(text).hashCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Daily                | @daily
            ONCE                  | once
            At 2027-01-01t09:00z  | at 2027-01-01T09:00Z
            at 2027-01-01T09:00+0100 | at 2027-01-01T09:00+01:00
            @EVERY pt1.5s         | @every 1s500ms
            @every 2w             | @every 14d
            0   3 * * mon         | 0 3 * * MON
            h * * * *             | H * * * *
            @every P12M           | @every P1Y
            @every P2W            | @every P14D
            R2/PT6H/2026-01-01T12:00Z | R2/2026-01-01T00:00Z/PT6H
            @daily jitter=90s times=3 from=2026-01-01 | @daily from=2026-01-01T00:00 times=3 jitter=1m30s
            @every 1h measure=from-start | @every 1h
            """)
    void takesSpacesAndCapitalsAsTheyCome(String text, String expected) {
        assertEquals(expected, read(text).text());
        assertEquals(read(expected), read("\t " + text + " "));
    }

    @Test
    void tellsSchedulesApart() {
        assertNotEquals(read("0 3 * * *"), read("0 4 * * *"));
        assertNotEquals(read("@daily"), read("@reboot"));
        assertNotEquals(read("at 2027-01-01T09:00"), read("at 2027-01-01T09:00Z"));
    }

    @Test
    void readsBackWhateverChanceWrites() {
        long seed = System.nanoTime();
        RandomCron cron = new RandomCron(new Random(seed));
        for (int i = 0; i < 300; i++) {
            String text = (i % 2 == 0 ? cron.fiveFields() : cron.sixFields()) + modifiers(cron.random(), i);
            Schedule schedule = read(text);
            assertEquals(schedule, read(schedule.text()), () -> text + ", seed " + seed);
        }
    }

    private static String modifiers(Random random, int i) {
        String moment = " from=2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
        return switch (i % 5) {
            case 0 -> " times=" + (1 + random.nextInt(1000)) + " timezone=Asia/Tokyo";
            case 1 -> moment + "T09:0" + random.nextInt(10) + "Z jitter=" + (1 + random.nextInt(100_000)) + "ms";
            case 2 -> moment + " until=2030-01-0" + (1 + random.nextInt(9));
            default -> "";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 3 * * *        | none
            */15 * * * *     | none
            0 0 * * */7      | none
            30 2 30 2 *      | 0+11 "30 2 30 2 *" never fires · there is no such day in its months and years
            */90 * * * *     | 0+4 step "90" is larger than the range 0-59 of its minute field: only 0 matches · write "0"
            0 9-17/12 * * *  | 2+7 step "12" is larger than the range 9-17 of its hour field: only 9 matches · write "9"
            */7 * * * *      | 0+3 step "7" is uneven: each hour starts again at 0
            0 */5 * * *      | 2+3 step "5" is uneven: each day starts again at 0
            0 0 * */5 *      | 6+3 step "5" is uneven: each year starts again at JAN
            0 0 */2 * *      | 4+3 step "2" is uneven: each month starts again at 1
            0 0 13 * */1     | 9+3 "*/1" starts with "*": days must match both day-of-month and day-of-week, as in Debian's cron; other programs take either
            0 0 ? * FRI      | none
            0 0 13 * FRI     | none
            """)
    void warnsOfWhatIsValidButPerhapsNotMeant(String text, String expected) {
        String warnings = ScheduleText.parse(text).warnings().stream().map(Mistakes::shown)
                .collect(Collectors.joining("\n"));
        assertEquals(expected, warnings.isEmpty() ? "none" : warnings);
    }

    @Test
    void givesAllWarningsOfOneText() {
        List<Integer> offsets = ScheduleText.parse("*/7 */90 */9 * FRI").warnings().stream()
                .map(ScheduleMistake::offset).toList();
        assertEquals(List.of(0, 4, 9, 9), offsets);
    }

    private static Schedule read(String text) {
        return ScheduleText.parse(text).schedule();
    }
}
