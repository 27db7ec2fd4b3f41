package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Cron under every policy for changes of the clocks, against a clock that asks of each second what it shows. A
/// failure prints the seed that repeats it.
class DstOracleTest {
    private static final List<Dst> POLICIES = policies();

    private static List<Dst> policies() {
        List<Dst> all = new ArrayList<>();
        Stream.concat(Stream.of(Optional.<Dst.Gap>empty()), Arrays.stream(Dst.Gap.values()).map(Optional::of))
                .forEach(gap -> Stream
                        .concat(Stream.of(Optional.<Dst.Overlap>empty()),
                                Arrays.stream(Dst.Overlap.values()).map(Optional::of))
                        .forEach(overlap -> all.add(new Dst(gap.orElse(null), overlap.orElse(null)))));
        all.remove(Dst.DEBIAN); // has an oracle of its own, which remembers how far the clock has come
        return List.copyOf(all);
    }

    @Test
    void startsWhatEachPolicySaysAroundTheChangesOfADozenZones() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String change : CronOracleTest.CHANGES) {
            for (int i = 0; i < 4; i++) {
                Dst dst = POLICIES.get(random.nextInt(POLICIES.size()));
                around(new RandomCron(random).fiveFields(), dst, change, random, seed);
            }
        }
    }

    @Test
    @Tag("full")
    void startsWhatEachPolicySaysAroundEveryChangeOfEveryZone() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ZoneId.getAvailableZoneIds().stream().sorted().flatMap(CronOracleTest::changes)
                .forEach(change -> around(new RandomCron(random).fiveFields(),
                        POLICIES.get(random.nextInt(POLICIES.size())), change, random, seed));
    }

    @Test
    @Tag("full")
    void startsWhatEachPolicySaysInWholeYears() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String change = CronOracleTest.CHANGES.get(random.nextInt(CronOracleTest.CHANGES.size()));
            ZoneId zone = ZoneId.of(change.substring(0, change.indexOf(' ')));
            Instant from = LocalDate.of(1990 + random.nextInt(45), 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
            Dst dst = POLICIES.get(random.nextInt(POLICIES.size()));
            compare(new RandomCron(random).fiveFields(), dst, zone, List.of(from, from.plus(Duration.ofDays(366))),
                    List.of(), seed);
        }
    }

    private static void around(String text, Dst dst, String change, Random random, long seed) {
        String[] words = change.split(" ", -1);
        ZoneId zone = ZoneId.of(words[0]);
        Instant from = LocalDate.parse(words[1]).minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant until = from.plus(Duration.ofHours(84));
        compare(text, dst, zone, List.of(from, until), CronOracleTest.questions(zone, from, until, random), seed);
    }

    private static void compare(String text, Dst dst, ZoneId zone, List<Instant> stretch, List<Instant> questions,
            long seed) {
        Instant from = stretch.getFirst();
        Instant until = stretch.getLast();
        int step = CronOracleTest.offsetsAreWholeMinutes(zone, from.minus(Duration.ofDays(3)), until) ? 60 : 1;
        List<Instant> expected = new NaivePolicy(new NaiveCron(text), zone, dst).starts(from, until, step);
        Schedule schedule = ScheduleText.parse(text).schedule();
        Frame frame = new Frame(zone, from, dst, "", null);
        String context = text + " with " + dst + " in " + zone + " from " + from + ", seed " + seed;
        assertEquals(expected, Instants.of(schedule, frame, from, until), context);
        for (Instant after : questions) {
            @Nullable
            Instant next = expected.stream().filter(instant -> instant.isAfter(after)).findFirst().orElse(null);
            assertEquals(Optional.ofNullable(next),
                    schedule.next(after, frame).filter(instant -> !instant.isAfter(until)),
                    () -> context + ", asked from " + after);
        }
    }
}
