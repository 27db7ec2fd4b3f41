package dev.supertask.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// At which changes of the clocks cron text behaves specially, and how.
public final class ClockChanges {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    /// No zone has so many changes in the years that anybody looks at.
    private static final int MOST = 40;

    private ClockChanges() {}

    /// One of them.
    ///
    /// @param at the moment of the change
    /// @param text what the clocks do, and what becomes of the occurrences, in words
    public record Change(Instant at, String text) {}

    /// The next changes at which a schedule behaves specially; empty for schedules that follow no wall clock, and
    /// for those that nothing happens to.
    ///
    /// @param from the changes lie after this instant
    /// @param until and not after this one
    public static List<Change> of(Schedule schedule, Frame outer, Instant from, Instant until) {
        List<Change> found = new ArrayList<>();
        if (!(schedule.base() instanceof Cron cron)) {
            return found;
        }
        Frame frame = schedule instanceof Modified modified ? modified.modifiers().in(outer) : outer;
        ZoneRules rules = frame.zone().getRules();
        @Nullable
        ZoneOffsetTransition change = rules.nextTransition(from);
        for (int i = 0; i < MOST && change != null && !change.getInstant().isAfter(until); i++) {
            Instant at = change.getInstant();
            (change.isGap() ? gap(cron, frame, change) : overlap(cron, frame, change))
                    .ifPresent(text -> found.add(new Change(at, text)));
            change = rules.nextTransition(at);
        }
        return found;
    }

    private static Optional<String> gap(Cron cron, Frame frame, ZoneOffsetTransition gap) {
        Optional<LocalDateTime> skipped = wall(cron, frame, gap.getDateTimeBefore(), gap.getDateTimeAfter());
        if (skipped.isEmpty() || !cron.fields().rule(frame.identity()).fixedTime()) {
            return Optional.empty();
        }
        Instant change = gap.getInstant();
        Optional<Instant> instead = occurrence(cron, frame, change, change.plus(gap.getDuration()));
        String becomes = instead.map(at -> at.equals(change)
                ? "runs right after, at " + time(at, frame)
                : "runs at " + time(at, frame)).orElse("does not run");
        return Optional.of("the clocks go forward from " + TIME.format(gap.getDateTimeBefore()) + " to "
                + TIME.format(gap.getDateTimeAfter()) + ": there is no " + TIME.format(skipped.get()) + ", so that it "
                + becomes);
    }

    private static Optional<String> overlap(Cron cron, Frame frame, ZoneOffsetTransition overlap) {
        Optional<LocalDateTime> repeated = wall(cron, frame, overlap.getDateTimeAfter(), overlap.getDateTimeBefore());
        if (repeated.isEmpty() || !cron.fields().rule(frame.identity()).fixedTime()) {
            return Optional.empty();
        }
        Instant change = overlap.getInstant();
        Duration length = overlap.getDuration().negated();
        boolean first = occurrence(cron, frame, change.minus(length), change).isPresent();
        boolean second = occurrence(cron, frame, change, change.plus(length)).isPresent();
        String which = first && second ? "both times" : first ? "the first time only" : "the second time only";
        return Optional.of("the clocks go back from " + TIME.format(overlap.getDateTimeBefore()) + " to "
                + TIME.format(overlap.getDateTimeAfter()) + ": " + TIME.format(repeated.get())
                + " comes twice, and it runs " + which);
    }

    /// The first time in a stretch of the wall clock that the fields match.
    private static Optional<LocalDateTime> wall(Cron cron, Frame frame, LocalDateTime start, LocalDateTime end) {
        long from = start.toEpochSecond(ZoneOffset.UTC);
        long match = cron.fields().rule(frame.identity()).next(from);
        return match < end.toEpochSecond(ZoneOffset.UTC)
                ? Optional.of(LocalDateTime.ofEpochSecond(match, 0, ZoneOffset.UTC))
                : Optional.empty();
    }

    private static Optional<Instant> occurrence(Cron cron, Frame frame, Instant from, Instant until) {
        return cron.next(from.minusNanos(1), frame).filter(at -> at.isBefore(until));
    }

    private static String time(Instant at, Frame frame) {
        return TIME.format(LocalDateTime.ofInstant(at, frame.zone()));
    }
}
