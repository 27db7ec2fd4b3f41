package dev.supertask.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.supertask.problem.Problem;

/// Times, durations and problems as people read them.
final class Prose {
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss",
            Locale.ROOT);

    private Prose() {}

    /// `2026-11-24 03:00:00`.
    static String time(Instant instant, ZoneId zone) {
        return DATE_AND_TIME.format(instant.atZone(zone));
    }

    /// `2026-11-24 03:00:00 (in 3 h 20 min)`.
    static String moment(Instant instant, World world) {
        return time(instant, world.zone()) + " (" + distance(world.clock().instant(), instant) + ")";
    }

    /// `12 jobs`, `1 job`.
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /// A problem that stands in a text begins with its place; any other one with who speaks.
    static String problem(Problem problem) {
        return problem.position() == null ? "supertask: " + problem.render() : problem.render();
    }

    /// `12 ms`, `3.4 s`, `2 min 5 s`, `3 h 20 min`, `4 d 2 h`: two units at most.
    static String duration(Duration duration) {
        long ms = duration.toMillis();
        if (ms < 1000) {
            return ms + " ms";
        }
        if (ms < 60_000) {
            return ms < 10_000
                    ? String.format(Locale.ROOT, "%d.%d s", ms / 1000, ms % 1000 / 100)
                    : ms / 1000 + " s";
        }
        if (ms < 3_600_000) {
            return two(ms / 60_000, "min", ms % 60_000 / 1000, "s");
        }
        if (ms < 86_400_000) {
            return two(ms / 3_600_000, "h", ms % 3_600_000 / 60_000, "min");
        }
        return two(ms / 86_400_000, "d", ms % 86_400_000 / 3_600_000, "h");
    }

    private static String two(long many, String unit, long few, String smaller) {
        return few == 0 ? many + " " + unit : many + " " + unit + " " + few + " " + smaller;
    }

    /// `in 3 h 20 min`, `2 min ago`, `now`.
    static String distance(Instant from, Instant to) {
        Duration distance = Duration.between(from, to);
        if (distance.abs().compareTo(Duration.ofSeconds(1)) < 0) {
            return "now";
        }
        return distance.isNegative() ? duration(distance.negated()) + " ago" : "in " + duration(distance);
    }
}
