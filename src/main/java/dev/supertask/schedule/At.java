package dev.supertask.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// One single instant. A local time that the zone skips means the instant right after the gap, one
/// that it repeats the first pass: the rule that fixed-time cron jobs follow, but here also for gaps
/// of more than three hours, for a single run must not get lost.
///
/// @param local the date and time
/// @param offset the offset from UTC in which it is meant, or null for the time zone of the frame
public record At(LocalDateTime local, @Nullable ZoneOffset offset) implements Schedule {

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        return Optional.of(instant(frame)).filter(instant -> instant.isAfter(after));
    }

    private Instant instant(Frame frame) {
        if (offset != null) {
            return local.toInstant(offset);
        }
        @Nullable
        ZoneOffsetTransition transition = frame.zone().getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        return local.atZone(frame.zone()).withEarlierOffsetAtOverlap().toInstant();
    }

    @Override
    public String text() {
        return "at " + local + (offset == null ? "" : offset);
    }

    @Override
    public String words() {
        String zone = offset == null ? "" : offset.equals(ZoneOffset.UTC) ? " UTC" : " UTC" + offset;
        return "once, on " + local.toLocalDate() + " at " + local.toLocalTime() + zone;
    }
}
