package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Cron against a clock that steps through real time and knows nothing of bit sets. A failure prints the
/// seed that repeats it.
class CronOracleTest {
    static final List<String> CHANGES = List.of("Europe/Berlin 2024-03-31",
            "Europe/Berlin 2024-10-27",
            "America/New_York 2025-11-02", "Australia/Lord_Howe 2024-10-06", "Australia/Lord_Howe 2025-04-06",
            "Asia/Beirut 2024-03-31", "Asia/Beirut 2024-10-26", "Africa/Cairo 2024-04-26",
            "America/Havana 2024-03-10",
            "America/Havana 2024-11-03", "America/Santiago 2024-09-08", "America/Sao_Paulo 2018-11-04",
            "America/Sao_Paulo 2018-02-17", "Asia/Tehran 2021-03-22", "Pacific/Apia 2011-12-30",
            "Antarctica/Casey 2009-10-18", "Antarctica/Casey 2010-03-05", "Antarctica/Troll 2024-03-31",
            "America/St_Johns 2006-04-02", "Asia/Pyongyang 2015-08-14", "Asia/Kathmandu 1985-12-31",
            "Pacific/Kwajalein 1993-08-20", "America/Caracas 2016-05-01", "Africa/Casablanca 2024-03-10",
            "Africa/Monrovia 1972-01-07");

    @Test
    void startsWhatDebiansCronStartsAroundTheChangesOfADozenZones() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String change : CHANGES) {
            for (int i = 0; i < 4; i++) {
                compare(new RandomCron(random).fiveFields(), change, 60, 2, random, seed);
            }
        }
        for (int i = 0; i < 5; i++) {
            compare(new RandomCron(random).sixFields(), CHANGES.get(random.nextInt(CHANGES.size())), 1, 1,
                    random,
                    seed);
        }
    }

    @Test
    @Tag("full")
    void startsWhatDebiansCronStartsAroundEveryChangeOfEveryZone() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> changes = ZoneId.getAvailableZoneIds().stream().sorted().flatMap(CronOracleTest::changes)
                .toList();
        for (String change : changes) {
            compare(new RandomCron(random).fiveFields(), change, 60, 2, random, seed);
        }
        for (int i = 0; i < 2000; i++) {
            compare(new RandomCron(random).sixFields(), changes.get(random.nextInt(changes.size())), 1, 1,
                    random,
                    seed);
        }
        matchesTheDays(random, seed, 2000, 1970, 2200);
    }

    @Test
    void matchesTheDaysThatTheFieldsName() {
        long seed = System.nanoTime();
        matchesTheDays(new Random(seed), seed, 12, 2000, 2030);
    }

    private static void matchesTheDays(Random random, long seed, int count, int from, int until) {
        for (int i = 0; i < count; i++) {
            int year = from + random.nextInt(until - from - 10);
            String text = "0 0 12 " + new RandomCron(random).date()
                    + (random.nextBoolean() ? " *" : " " + year + "-" + (year + 9) + "/3");
            NaiveCron naive = new NaiveCron(text);
            LocalDate first = LocalDate.of(from, 1, 1);
            LocalDate last = LocalDate.of(until, 1, 1);
            List<Instant> expected = first.datesUntil(last).filter(naive::matches)
                    .map(date -> date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)).toList();
            assertEquals(expected,
                    instants(text, ZoneOffset.UTC, first.atStartOfDay().toInstant(ZoneOffset.UTC),
                            last.atStartOfDay().toInstant(ZoneOffset.UTC)),
                    () -> text + ", seed " + seed);
        }
    }

    static Stream<String> changes(String zone) {
        List<String> changes = new ArrayList<>();
        Instant at = Instant.parse("1970-01-02T00:00:00Z");
        while (at.isBefore(Instant.parse("2040-01-01T00:00:00Z"))) {
            ZoneOffsetTransition change = ZoneId.of(zone).getRules().nextTransition(at);
            if (change == null) {
                break;
            }
            at = change.getInstant();
            changes.add(zone + " " + at.atOffset(ZoneOffset.UTC).toLocalDate());
        }
        return changes.stream();
    }

    /// Compares all instants of some days around a change, and single questions from within.
    private static void compare(String text, String change, int step, int days, Random random, long seed) {
        String[] words = change.split(" ", -1);
        ZoneId zone = ZoneId.of(words[0]);
        Instant from = LocalDate.parse(words[1]).minusDays(days - 1L).atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        Instant until = from.plus(Duration.ofDays(2L * days - 1)).plus(Duration.ofHours(12));
        // Some zones once had offsets, or changed them, in the midst of a minute.
        int fine = offsetsAreWholeMinutes(zone, from.minus(Duration.ofDays(3)), until) ? step : 1;
        List<Instant> expected = NaiveClock.starts(new NaiveCron(text), zone, from, until, fine);
        String context = text + " around " + change + ", seed " + seed;
        assertEquals(expected, instants(text, zone, from, until), context);
        Schedule schedule = ScheduleText.parse(text).schedule();
        for (Instant after : questions(zone, from, until, random)) {
            Optional<Instant> next = expected.stream().filter(instant -> instant.isAfter(after)).findFirst();
            Optional<Instant> found = schedule.next(after, new Frame(zone, after))
                    .filter(at -> !at.isAfter(until));
            assertEquals(next, found, () -> context + ", asked from " + after);
        }
    }

    /// Instants from which to ask: some by chance, and those around the change itself.
    static List<Instant> questions(ZoneId zone, Instant from, Instant until, Random random) {
        List<Instant> questions = new ArrayList<>();
        long length = Duration.between(from, until).toMillis();
        random.longs(10, 0, length).mapToObj(from::plusMillis).forEach(questions::add);
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        if (change != null && change.getInstant().isBefore(until.minusSeconds(2))) {
            LongStream.of(-1001, -1000, -999, -1, 0, 1, 1000).mapToObj(change.getInstant()::plusMillis)
                    .filter(from::isBefore).forEach(questions::add);
        }
        return questions;
    }

    static boolean offsetsAreWholeMinutes(ZoneId zone, Instant from, Instant until) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        return zone.getRules().getOffset(from).getTotalSeconds() % 60 == 0
                && zone.getRules().getOffset(until).getTotalSeconds() % 60 == 0
                && (change == null || change.toEpochSecond() % 60 == 0);
    }

    private static List<Instant> instants(String text, ZoneId zone, Instant after, Instant until) {
        Schedule schedule = ScheduleText.parse(text).schedule();
        Frame frame = new Frame(zone, after);
        return Stream
                .iterate(schedule.next(after, frame), next -> next.isPresent() && !next.get().isAfter(until),
                        next -> schedule.next(next.get(), frame))
                .map(Optional::get).toList();
    }
}
