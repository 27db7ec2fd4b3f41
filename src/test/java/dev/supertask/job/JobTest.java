package dev.supertask.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import dev.supertask.schedule.Frame;
import dev.supertask.testkit.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void theNextOccurrenceIsTheFirstOfAllSchedules() {
        Job job = Jobs.named("a").when("@daily", "@every 45m", "at 2026-11-24T12:30").build();
        assertEquals(Optional.of(NOON.plusSeconds(30 * 60)), job.next(NOON, frame(job, NOON)));
        assertEquals(Optional.of(NOON.plusSeconds(45 * 60)), job.next(NOON.plusSeconds(30 * 60), frame(job, NOON)));
        Job atBoot = Jobs.named("a").when("@reboot").build();
        assertEquals(Optional.empty(), atBoot.next(NOON, frame(atBoot, NOON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/7 * * * *", "@every 11m", "once", "30 2 * * *", "at 2026-10-25T02:30",
            "@every 13m|0 2 * * *", "59 23 L * *"})
    void theLatestOccurrenceIsTheOneThatCountingFinds(String texts) {
        Job job = Jobs.named("a").when(texts.split("\\|")).zone("Europe/Berlin").build();
        SplittableRandom random = new SplittableRandom(7);
        Instant anchor = Instant.parse("2026-10-24T12:00:00Z");
        for (int times = 0; times < 60; times++) {
            Instant after = anchor.plusMillis(random.nextLong(-3_600_000, 86_400_000));
            Instant upTo = after.plusMillis(random.nextLong(0, 2 * 86_400_000));
            assertEquals(counted(job, after, upTo, frame(job, anchor)), job.latest(after, upTo, frame(job, anchor)),
                    () -> after + " to " + upTo);
            Optional<Instant> exact = job.next(after, frame(job, anchor));
            exact.ifPresent(at -> {
                assertEquals(exact, job.latest(after, at, frame(job, anchor)), "the last moment belongs to it");
                assertEquals(Optional.empty(), job.latest(after, at.minusNanos(1), frame(job, anchor)));
            });
        }
    }

    @Test
    void theLatestOfAMillionIsFoundAtOnce() {
        Job job = Jobs.named("a").when("* * * * * *").build();
        Instant later = NOON.plus(Duration.ofDays(3650));
        assertEquals(Optional.of(later), job.latest(NOON, later.plusMillis(999), frame(job, NOON)));
        assertEquals(Optional.empty(), job.latest(later, later, frame(job, NOON)));
        assertEquals(Optional.empty(), job.latest(later, NOON, frame(job, NOON)));
    }

    @Test
    void aNameIsAWordThatAFileCouldHave() {
        for (String good : List.of("a", "A1", "9-lives", "a.b_c-d", "a".repeat(128))) {
            assertTrue(Job.isValidName(good), good);
        }
        for (String bad : Arrays.asList("", "-a", ".a", "a b", "ä", "a/b", "a\n", "a".repeat(129))) {
            assertFalse(Job.isValidName(bad), bad);
            assertThrows(IllegalArgumentException.class, () -> Jobs.named(bad).build());
        }
    }

    @Test
    void theEphemeralIdIsTheMd5OfHostUserAndResource() {
        // printf 'box-ada-/srv/supertask.yaml' | md5sum
        assertEquals("63fd64f50b4e0aa60cdfb2ef242ce150",
                Namespace.ephemeralId(new Origin("box", "ada", "/srv/supertask.yaml")));
    }

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        assertEquals(new Policies(null, Duration.ofSeconds(10)), Policies.DEFAULT);
        assertEquals(new CatchUp(CatchUp.Mode.LATEST, Duration.ofHours(24)), Policies.DEFAULT.catchUp());
        assertEquals(1000, CatchUp.MOST);
        assertEquals(Delivery.AT_MOST_ONCE, Policies.DEFAULT.delivery());
    }

    private static Frame frame(Job job, Instant anchor) {
        return job.frame("ns", anchor);
    }

    private static Optional<Instant> counted(Job job, Instant after, Instant upTo, Frame frame) {
        Optional<Instant> latest = Optional.empty();
        for (Optional<Instant> next = job.next(after, frame); next.isPresent()
                && !next.get().isAfter(upTo); next = job.next(next.get(), frame)) {
            latest = next;
        }
        return latest;
    }
}
