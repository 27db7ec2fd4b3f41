package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bounds, modifiers and `H`.
class ModifiedTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # both bounds belong to it
            0 9 * * * from=2026-06-03T09:00 | 2026-06-03T09:00Z 2026-06-04T09:00Z
            0 9 * * * until=2026-06-03T09:00 | 2026-06-02T09:00Z 2026-06-03T09:00Z -
            # a date alone is its whole day
            0 9 * * * from=2026-06-03 until=2026-06-04 | 2026-06-03T09:00Z 2026-06-04T09:00Z -
            @daily from=2026-06-03 | 2026-06-03T00:00Z 2026-06-04T00:00Z
            # counted from when the job was applied, or from its beginning
            0 9 * * * times=2 | 2026-06-02T09:00Z 2026-06-03T09:00Z -
            0 9 * * * from=2027-01-01 times=1 | 2027-01-01T09:00Z -
            0 9 * * * from=2020-01-01 times=1 | 2026-06-02T09:00Z -
            0 9 * * * times=5 until=2026-06-02T10:00 | 2026-06-02T09:00Z -
            @every 1h times=2 | 2026-06-01T13:00Z 2026-06-01T14:00Z -
            once times=1 | 2026-06-01T12:00Z -
            at 2026-06-01T13:00, 2026-06-01T14:00, 2026-06-01T15:00 times=2 | 2026-06-01T13:00Z 2026-06-01T14:00Z -
            R/2026-06-01T00:00Z/PT6H until=2026-06-01T18:00Z | 2026-06-01T12:00Z 2026-06-01T18:00Z -
            # another zone, also for the bounds
            0 9 * * * timezone=Asia/Tokyo | 2026-06-02T00:00Z 2026-06-03T00:00Z
            0 9 * * * timezone=Asia/Tokyo until=2026-06-02T09:00 | 2026-06-02T00:00Z -
            0 9 * * * timezone=Asia/Tokyo until=2026-06-02T09:00Z | 2026-06-02T00:00Z -
            """)
    void comesAt(String text, String expected) {
        Schedule schedule = ScheduleText.parse(text).schedule();
        Frame frame = new Frame(ZoneOffset.UTC, NOON);
        Instant start = NOON.minusMillis(1);
        String found = Stream.iterate(schedule.next(start, frame), next -> next.flatMap(at -> schedule.next(at, frame)))
                .limit(expected.split(" ", -1).length)
                .map(next -> next.map(at -> at.atOffset(ZoneOffset.UTC).toString()).orElse("-"))
                .collect(Collectors.joining(" "));
        assertEquals(expected, found);
    }

    @Test
    void jitterIsTheSameWheneverOneAsksAndAnotherForEachJob() {
        Schedule daily = ScheduleText.parse("@daily jitter=30m").schedule();
        Frame mine = frame("ops/backup");
        List<Instant> plan = Instants.of(daily, mine, NOON, NOON.plus(Duration.ofDays(200)));
        assertEquals(200, plan.size());
        for (Instant at : plan) {
            assertEquals(Optional.of(at), daily.next(at.minusMillis(1), mine));
            assertEquals(Optional.of(at), daily.next(at.minus(Duration.ofHours(2)), mine));
            assertTrue(Duration.between(at.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay()
                    .toInstant(ZoneOffset.UTC), at).compareTo(Duration.ofMinutes(30)) <= 0);
        }
        assertTrue(plan.stream().map(at -> at.getEpochSecond() % 86_400).distinct().count() > 150);
        assertNotEquals(plan, Instants.of(daily, frame("ops/report"), NOON, NOON.plus(Duration.ofDays(200))));
    }

    @Test
    void jitterNeverChangesInALaterVersion() {
        Schedule daily = ScheduleText.parse("@daily jitter=30m").schedule();
        assertEquals(Optional.of(Instant.parse("2026-06-02T00:03:32.226Z")), daily.next(NOON, frame("ops/backup")));
    }

    @Test
    void jitterNeverReachesTheNextOccurrence() {
        Schedule dense = ScheduleText.parse("* * * * * * jitter=1d").schedule();
        List<Instant> plan = Instants.of(dense, frame("ops/a"), NOON, NOON.plusSeconds(100));
        assertEquals(IntStream.rangeClosed(0, 99).mapToObj(NOON::plusSeconds).map(Instant::getEpochSecond).toList(),
                plan.stream().filter(at -> at.isBefore(NOON.plusSeconds(100))).map(Instant::getEpochSecond).toList());
    }

    @Test
    void hIsOneValueOfTheFieldForEachJob() {
        Set<Integer> minutes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Frame frame = frame("ops/job" + i);
            List<Instant> plan = Instants.of(ScheduleText.parse("H * * * *").schedule(), frame, NOON,
                    NOON.plus(Duration.ofDays(1)));
            assertEquals(24, plan.size());
            assertEquals(1, plan.stream().map(ModifiedTest::minute).distinct().count());
            minutes.add(minute(plan.getFirst()));
        }
        assertEquals(60, minutes.size(), "a thousand jobs spread over the whole hour");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            H H * * *          | 1   | PT24H
            H/15 * * * *       | 96  | PT15M
            H(0-29)/10 * * * * | 72  | -
            H(30-34) 3 * * *   | 1   | PT24H
            H H(9-17)/4 * * *  | -   | -
            5,H(40-59) * * * * | 48  | -
            H H H * * *        | 1   | PT24H
            """)
    void hTakesRangesAndSteps(String text, String aDay, String distance) {
        for (int i = 0; i < 50; i++) {
            List<Instant> plan = Instants.of(ScheduleText.parse(text).schedule(), frame("ns/" + i), NOON,
                    NOON.plus(Duration.ofDays(10)));
            if (!aDay.equals("-")) {
                assertEquals(10 * Integer.parseInt(aDay), plan.size(), text);
            }
            if (!distance.equals("-")) {
                assertEquals(Set.of(Duration.parse(distance)), IntStream.range(1, plan.size())
                        .mapToObj(n -> Duration.between(plan.get(n - 1), plan.get(n))).collect(Collectors.toSet()));
            }
        }
    }

    @Test
    void hStaysInItsRange() {
        for (int i = 0; i < 200; i++) {
            Frame frame = frame("ns/" + i);
            int minute = minute(first("H(10-12) 3 * * *", frame));
            assertTrue(minute >= 10 && minute <= 12, "minute " + minute);
            int tens = minute(first("H(0-29)/10 * * * *", frame)) % 10;
            assertEquals(List.of(tens, tens + 10, tens + 20), Instants
                    .of(ScheduleText.parse("H(0-29)/10 * * * *").schedule(), frame, NOON.minusSeconds(1),
                            NOON.plusSeconds(3599))
                    .stream().map(ModifiedTest::minute).toList());
            assertTrue(first("0 0 H * *", frame).atOffset(ZoneOffset.UTC).getDayOfMonth() <= 28);
            assertFalse(first("0 0 * * H(MON-FRI)", frame).atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() > 5);
        }
    }

    @Test
    void hIsThatOfNobodyWhereThereIsNoJob() {
        Frame nobody = new Frame(ZoneOffset.UTC, NOON);
        assertEquals(first("H H * * *", nobody), first("H H * * *", frame("")));
        assertEquals(Instant.parse("2026-06-02T01:17:00Z"), first("H H * * *", nobody));
    }

    @Test
    void aDelayCountsFromTheEndOfTheLastRun() {
        Schedule delay = ScheduleText.parse("@every 1h measure=from-end").schedule();
        Frame idle = frame("ns/a").withIdleSince(NOON.plusSeconds(90));
        assertEquals(Optional.of(NOON.plusSeconds(3690)), delay.next(NOON, idle));
        assertEquals(Optional.empty(), delay.next(NOON.plusSeconds(3690), idle), "once");
        assertEquals(Optional.empty(), delay.next(NOON, idle.withIdleSince(null)), "while a run goes on");
        assertEquals(Optional.of(NOON.plusSeconds(3600)), delay.next(NOON, new Frame(ZoneOffset.UTC, NOON)));
        Schedule later = ScheduleText.parse("@every 1h starting=2026-06-02T00:00 measure=from-end").schedule();
        assertEquals(Optional.of(Instant.parse("2026-06-02T00:00:00Z")), later.next(NOON, idle));
    }

    @Test
    void aGapAndASecondPassFollowThePolicy() {
        assertEquals("2024-03-31T03:00+02:00", berlin("30 2 31 3 *", new Dst(Dst.Gap.AFTER, null)));
        assertEquals("2024-03-31T03:30+02:00", berlin("30 2 31 3 *", new Dst(Dst.Gap.SHIFT, null)));
        assertEquals("2025-03-31T02:30+02:00", berlin("30 2 31 3 *", new Dst(Dst.Gap.SKIP, null)));
        assertEquals("2024-03-31T03:00+02:00", berlin("*/30 2 31 3 *", new Dst(Dst.Gap.AFTER, null)));
        assertEquals("2024-10-27T02:30+02:00", berlin("30 2 27 10 *", new Dst(null, Dst.Overlap.FIRST)));
        assertEquals("2024-10-27T02:30+01:00", berlin("30 2 27 10 *", new Dst(null, Dst.Overlap.SECOND)));
        assertEquals("2024-10-27T02:00+01:00", berlin("*/30 2 27 10 *", new Dst(null, Dst.Overlap.SECOND)));
        assertEquals("2024-10-27T02:30+01:00", berlin("at 2024-10-27T02:30", new Dst(null, Dst.Overlap.SECOND)));
        assertEquals("2024-03-31T03:30+02:00", berlin("at 2024-03-31T02:30", new Dst(Dst.Gap.SHIFT, null)));
    }

    private static String berlin(String text, Dst dst) {
        Instant start = OffsetDateTime.parse("2024-01-01T00:00+01:00").toInstant();
        Frame frame = new Frame(ZoneId.of("Europe/Berlin"), start, dst, "", null);
        return first(text, frame).atZone(frame.zone()).toOffsetDateTime().toString();
    }

    private static Instant first(String text, Frame frame) {
        return ScheduleText.parse(text).schedule().next(frame.anchor(), frame).orElseThrow();
    }

    private static int minute(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getMinute();
    }

    private static Frame frame(String identity) {
        return new Frame(ZoneOffset.UTC, NOON, Dst.DEBIAN, identity, NOON);
    }
}
