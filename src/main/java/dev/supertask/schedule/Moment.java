package dev.supertask.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A date and time, of a fixed offset from UTC or of whatever time zone it is read in.
///
/// @param local the date and time
/// @param offset the offset from UTC in which it is meant, or null for the time zone of the frame
public record Moment(LocalDateTime local, @Nullable ZoneOffset offset) {
    /// The last moment of a day, as which a date alone is read where something ends.
    static final LocalTime END_OF_DAY = LocalTime.MAX;

    /// The instant; a local time that the zone skips means the instant right after the gap, one that it
    /// repeats the first pass.
    public Instant instant(ZoneId zone) {
        return instants(zone, Dst.DEBIAN).getFirst();
    }

    /// The instants at which a clock in a zone shows this, as a policy has it: none, one or two, in order. Gaps of
    /// any length count, for a single time must not get lost.
    List<Instant> instants(ZoneId zone, Dst dst) {
        return offset != null ? List.of(local.toInstant(offset)) : instants(local, zone, dst);
    }

    static List<Instant> instants(LocalDateTime local, ZoneId zone, Dst dst) {
        @Nullable
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change == null) {
            return List.of(local.atZone(zone).toInstant());
        }
        Instant before = local.toInstant(change.getOffsetBefore());
        if (change.isGap()) {
            return switch (dst.gapOf(true)) {
                case AFTER -> List.of(change.getInstant());
                case SKIP -> List.of();
                case SHIFT -> List.of(before);
            };
        }
        Instant after = local.toInstant(change.getOffsetAfter());
        return switch (dst.overlapOf(true)) {
            case FIRST -> List.of(before);
            case SECOND -> List.of(after);
            case BOTH -> List.of(before, after);
        };
    }

    /// As [ScheduleText] reads it: `2027-01-01T09:00`, with an offset where it has one.
    String text() {
        return local + (offset == null ? "" : offset.toString());
    }

    /// For people: `2027-01-01 at 09:00 UTC`.
    String words() {
        String zone = offset == null ? "" : offset.equals(ZoneOffset.UTC) ? " UTC" : " UTC" + offset;
        return local.toLocalDate() + " at " + local.toLocalTime() + zone;
    }
}
