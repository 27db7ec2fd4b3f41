package dev.supertask.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What the clocks do around an instant, for people who wonder at its local time.
public final class ClockNote {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private ClockNote() {}

    /// Says so where the clocks are put forward right before an instant, or show its local time twice; empty
    /// for all other instants.
    public static Optional<String> of(Instant instant, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        @Nullable
        ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1));
        if (before != null && before.isGap()
                && instant.isBefore(before.getInstant().plus(before.getDuration()))) {
            return Optional.of("the clocks go forward from " + TIME.format(before.getDateTimeBefore()) + " to "
                    + TIME.format(before.getDateTimeAfter()));
        }
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        if (rules.getValidOffsets(local).size() < 2) {
            return Optional.empty();
        }
        ZoneOffsetTransition overlap = rules.getTransition(local);
        boolean first = rules.getOffset(instant).equals(overlap.getOffsetBefore());
        return Optional.of("the clocks go back from " + TIME.format(overlap.getDateTimeBefore()) + " to "
                + TIME.format(overlap.getDateTimeAfter()) + "; this is the " + (first ? "first" : "second") + " "
                + TIME.format(local));
    }
}
