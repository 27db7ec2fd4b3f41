package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every kind but cron, with every modifier, against what counting finds. A failure prints the seed that repeats it.
class KindsOracleTest {
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York",
            "Australia/Lord_Howe", "Asia/Beirut", "Africa/Casablanca", "Antarctica/Troll", "Pacific/Apia",
            "America/St_Johns", "+05:30");
    private static final List<Dst.Gap> GAPS = List.of(Dst.Gap.values());
    private static final List<Dst.Overlap> OVERLAPS = List.of(Dst.Overlap.values());

    @Test
    void yieldsWhatCountingFinds() {
        long seed = System.nanoTime();
        run(new Random(seed), seed, 80);
    }

    @Test
    @Tag("full")
    void yieldsWhatLongCountingFinds() {
        long seed = System.nanoTime();
        run(new Random(seed), seed, 10_000);
    }

    private static void run(Random random, long seed, int times) {
        for (int i = 0; i < times; i++) {
            new Trial(random, "seed " + seed + ", trial " + i).run();
        }
    }

    /// One schedule of each kind in one frame.
    private record Trial(Random random, String context) {

        void run() {
            ZoneId zone = ZoneId.of(any(ZONES));
            // Somewhere in the years from 2006 to 2031, often in the night at which a clock changes.
            LocalDateTime local = LocalDateTime.of(2006 + random.nextInt(25), 1 + random.nextInt(12),
                    1 + random.nextInt(28), random.nextInt(4), random.nextInt(60), random.nextInt(60));
            Dst dst = new Dst(any(GAPS), any(OVERLAPS));
            Frame frame = new Frame(zone, local.toInstant(ZoneOffset.UTC), dst, "ns/job", null);
            realTime(frame);
            byTheCalendar(frame, local);
            atMoments(frame, local);
        }

        private void realTime(Frame frame) {
            long period = 1 + random.nextInt(10) * random.nextLong(400);
            Instant from = frame.anchor().minusSeconds(random.nextInt(2000));
            Instant until = frame.anchor().plusSeconds(4000);
            String text = "@every " + DurationText.write(Duration.ofSeconds(period));
            check(text, frame, from, until, seconds(from, until)
                    .filter(at -> at.isAfter(frame.anchor()) && isMultiple(frame.anchor(), at, period)).toList());
            Instant start = frame.anchor().plusSeconds(random.nextInt(1000) - 500);
            check(text + " starting=" + start, frame, from, until, seconds(from, until)
                    .filter(at -> !at.isBefore(start) && isMultiple(start, at, period)).toList());
            int count = 1 + random.nextInt(9);
            check("R" + count + "/" + start + "/PT" + period + "S", frame, from, until, seconds(from, until)
                    .filter(at -> !at.isBefore(start) && at.isBefore(start.plusSeconds(count * period))
                            && isMultiple(start, at, period))
                    .toList());
        }

        private static boolean isMultiple(Instant start, Instant at, long period) {
            return Duration.between(start, at).toSeconds() % period == 0;
        }

        private static Stream<Instant> seconds(Instant after, Instant until) {
            return LongStream.rangeClosed(after.getEpochSecond() + 1, until.getEpochSecond())
                    .mapToObj(Instant::ofEpochSecond);
        }

        private void byTheCalendar(Frame frame, LocalDateTime local) {
            Period period = any(List.of(Period.ofDays(1), Period.ofDays(1 + random.nextInt(40)), Period.ofMonths(1),
                    Period.ofMonths(1 + random.nextInt(30)), Period.ofYears(1 + random.nextInt(4)),
                    Period.of(0, 1 + random.nextInt(3), 1 + random.nextInt(20))));
            int count = 1 + random.nextInt(800);
            TreeSet<Instant> all = new TreeSet<>();
            for (int n = 0; n < count; n++) {
                all.addAll(shown(local.plus(period.multipliedBy(n)), frame));
            }
            Instant from = frame.anchor().plus(Duration.ofDays(random.nextInt(9000) - 30));
            Instant until = from.plus(Duration.ofDays(3000));
            List<Instant> expected = all.stream().filter(at -> at.isAfter(from) && !at.isAfter(until)).toList();
            check("R" + count + "/" + local + "/" + period, frame, from, until, expected);
            if (!all.isEmpty() && !all.last().isBefore(until)) {
                check("@every " + period + " starting=" + local, frame, from, until, expected);
            }
        }

        private void atMoments(Frame frame, LocalDateTime local) {
            List<LocalDateTime> moments = random.longs(1 + random.nextInt(5), 0, 3_000_000).mapToObj(local::plusSeconds)
                    .toList();
            TreeSet<Instant> all = new TreeSet<>();
            moments.forEach(moment -> all.addAll(shown(moment, frame)));
            check(moments.stream().map(LocalDateTime::toString).collect(Collectors.joining(", ", "at ", "")), frame,
                    Instant.MIN, Instant.MAX, List.copyOf(all));
        }

        /// When a clock shows a time: all instants of three days tried.
        private static List<Instant> shown(LocalDateTime time, Frame frame) {
            List<ZoneOffset> offsets = frame.zone().getRules().getValidOffsets(time);
            if (offsets.isEmpty()) {
                ZoneOffset before = frame.zone().getRules().getOffset(time.minusDays(2).toInstant(ZoneOffset.UTC));
                Instant shifted = time.toInstant(before);
                return switch (frame.dst().gapOf(true)) {
                    case SKIP -> List.of();
                    case SHIFT -> List.of(shifted);
                    case AFTER -> List.of(seconds(shifted.minus(Duration.ofDays(2)), shifted)
                            .filter(at -> !LocalDateTime.ofInstant(at, frame.zone()).isBefore(time)).findFirst()
                            .orElseThrow());
                };
            }
            return switch (frame.dst().overlapOf(true)) {
                case FIRST -> List.of(time.toInstant(offsets.getFirst()));
                case SECOND -> List.of(time.toInstant(offsets.getLast()));
                case BOTH -> offsets.stream().map(time::toInstant).toList();
            };
        }

        private void check(String text, Frame frame, Instant from, Instant until, List<Instant> expected) {
            String what = text + " in " + frame + " from " + from + ", " + context;
            Schedule schedule = ScheduleText.parse(text).schedule();
            assertEquals(expected, Instants.of(schedule, frame, from, until), what);
            bounded(text, frame, from, until, expected);
            jittered(text, frame, from, until, expected);
        }

        private void bounded(String text, Frame frame, Instant from, Instant until, List<Instant> all) {
            if (all.isEmpty()) {
                return;
            }
            Instant first = any(all);
            Instant last = any(all);
            List<Instant> within = all.stream().filter(at -> !at.isBefore(first) && !at.isAfter(last)).toList();
            Schedule bounded = ScheduleText.parse(text + " from=" + first + " until=" + last).schedule();
            assertEquals(within, Instants.of(bounded, frame, from, until), () -> bounded + " in " + frame + context);
            int times = 1 + random.nextInt(5);
            List<Instant> counted = all.stream()
                    .filter(at -> !at.isBefore(first) && !at.isBefore(frame.anchor().minusMillis(1))).limit(times)
                    .toList();
            if (!first.isBefore(frame.anchor())) {
                Schedule few = ScheduleText.parse(text + " from=" + first + " times=" + times).schedule();
                assertEquals(counted, Instants.of(few, frame, from, until), () -> few + " in " + frame + context);
            }
        }

        /// Each instant is moved on, none as far as the next, whenever one asks.
        private void jittered(String text, Frame frame, Instant from, Instant until, List<Instant> all) {
            if (all.size() < 2 || from.equals(Instant.MIN)) {
                return;
            }
            Duration jitter = Duration.ofMillis(1 + random.nextInt(200_000));
            Instant end = all.getLast();
            Schedule schedule = ScheduleText.parse(text + " from=" + all.getFirst() + " until=" + end
                    + " jitter=" + DurationText.write(jitter)).schedule();
            String what = schedule + " in " + frame + context;
            List<Instant> moved = Instants.of(schedule, frame, from, until.plus(jitter));
            assertEquals(all.size(), moved.size(), what);
            for (int i = 0; i < all.size(); i++) {
                assertFalse(moved.get(i).isBefore(all.get(i)), what);
                assertFalse(moved.get(i).isAfter(all.get(i).plus(jitter)), what);
                assertTrue(i == all.size() - 1 || moved.get(i).isBefore(all.get(i + 1)), what);
            }
            Instant after = from.plusMillis(random.nextLong(Duration.between(from, until).toMillis()));
            Optional<Instant> next = moved.stream().filter(at -> at.isAfter(after)).findFirst();
            assertEquals(next, schedule.next(after, frame), () -> what + ", asked from " + after);
        }

        private <T> T any(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
