package dev.supertask.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Debian's cron(8) as a loop that never stops: it looks at the wall clock step by step, remembers how
/// far it has come, and treats each jump as the manual says. Slow and plain on purpose.
final class NaiveClock {
    private static final long THREE_HOURS = 3 * 3600;
    private static final long SIX_HOURS = 6 * 3600;

    private NaiveClock() {}

    /// When it starts a job between two instants, the first exclusive, stepping by so many seconds. It has
    /// been up long before.
    static List<Instant> starts(NaiveCron cron, ZoneId zone, Instant after, Instant until, int step) {
        List<Instant> starts = new ArrayList<>();
        long reached = Long.MIN_VALUE;
        long first = Math.floorDiv(after.getEpochSecond() - SIX_HOURS, step) * step;
        for (long second = first; second <= until.getEpochSecond(); second += step) {
            Instant now = Instant.ofEpochSecond(second);
            long wall = second + zone.getRules().getOffset(now).getTotalSeconds();
            long ahead = reached == Long.MIN_VALUE ? step : wall - reached;
            boolean start;
            if (cron.isFixedTime() && ahead > step && ahead <= THREE_HOURS + step) {
                start = anyMatches(cron, reached + step, wall, step);
            } else if (cron.isFixedTime() && ahead <= 0 && ahead > -THREE_HOURS) {
                start = false;
                wall = reached;
            } else {
                start = matches(cron, wall);
            }
            reached = wall;
            if (start && now.isAfter(after)) {
                starts.add(now);
            }
        }
        return starts;
    }

    private static boolean anyMatches(NaiveCron cron, long from, long to, int step) {
        for (long wall = from; wall <= to; wall += step) {
            if (matches(cron, wall)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(NaiveCron cron, long wall) {
        return cron.matches(LocalDateTime.ofEpochSecond(wall, 0, ZoneOffset.UTC));
    }
}
