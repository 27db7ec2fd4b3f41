package dev.supertask.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/// What a policy for changes of the clocks means for cron text, second by second: asks of each instant on its own what
/// the wall clock shows, whether it shows that twice, and what it has just skipped. Slow and plain on purpose.
final class NaivePolicy {
    private static final Duration THREE_HOURS = Duration.ofHours(3);

    private final NaiveCron cron;
    private final ZoneId zone;
    private final Dst.Gap gap;
    private final Dst.Overlap overlap;

    NaivePolicy(NaiveCron cron, ZoneId zone, Dst dst) {
        this.cron = cron;
        this.zone = zone;
        Dst.Gap usualGap = cron.isFixedTime() ? Dst.Gap.AFTER : Dst.Gap.SKIP;
        Dst.Overlap usualOverlap = cron.isFixedTime() ? Dst.Overlap.FIRST : Dst.Overlap.BOTH;
        gap = dst.gap() == null ? usualGap : dst.gap();
        overlap = dst.overlap() == null ? usualOverlap : dst.overlap();
    }

    /// When a job starts between two instants, the first exclusive, looking each so many seconds.
    List<Instant> starts(Instant after, Instant until, int step) {
        List<Instant> starts = new ArrayList<>();
        long first = Math.floorDiv(after.getEpochSecond(), step) * step;
        for (long second = first; second <= until.getEpochSecond(); second += step) {
            Instant now = Instant.ofEpochSecond(second);
            if (now.isAfter(after) && (isShown(now) || isMadeUpFor(now, step))) {
                starts.add(now);
            }
        }
        return starts;
    }

    private boolean isShown(Instant now) {
        ZoneOffset offset = zone.getRules().getOffset(now);
        LocalDateTime wall = LocalDateTime.ofInstant(now, offset);
        if (!cron.matches(wall)) {
            return false;
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        if (offsets.size() < 2 || offsets.getFirst().getTotalSeconds()
                - offsets.getLast().getTotalSeconds() > THREE_HOURS.toSeconds()) {
            return true;
        }
        boolean firstPass = offset.equals(offsets.getFirst());
        return overlap == Dst.Overlap.BOTH || firstPass == (overlap == Dst.Overlap.FIRST);
    }

    private boolean isMadeUpFor(Instant now, int step) {
        ZoneOffsetTransition change = zone.getRules().previousTransition(now.plusNanos(1));
        if (change == null || !change.isGap() || change.getDuration().compareTo(THREE_HOURS) > 0) {
            return false;
        }
        return switch (gap) {
            case SKIP -> false;
            case SHIFT -> now.isBefore(change.getInstant().plus(change.getDuration()))
                    && cron.matches(LocalDateTime.ofInstant(now, change.getOffsetBefore()));
            case AFTER -> now.equals(change.getInstant()) && isSkipped(change, step);
        };
    }

    private boolean isSkipped(ZoneOffsetTransition change, int step) {
        LocalDateTime wall = change.getDateTimeBefore();
        for (; wall.isBefore(change.getDateTimeAfter()); wall = wall.plusSeconds(step)) {
            if (cron.matches(wall)) {
                return true;
            }
        }
        return false;
    }
}
