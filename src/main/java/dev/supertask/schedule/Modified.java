package dev.supertask.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// A schedule with bounds and modifiers. With jitter, each of its instants is one of the schedule's own, moved on by
/// up to so much, but never as far as the next: so they keep their order and their number, and no two become one. The
/// moved instant is the occurrence.
public final class Modified implements Schedule {
    /// Nothing is due before; and so far from the ends of time a jitter can be taken off.
    private static final Instant BEGINNING = Instant.parse("0000-01-01T00:00:00Z");

    private final Schedule base;
    private final Modifiers modifiers;
    /// The end that was found last time. Immutable, so that threads may see an older one.
    private volatile @Nullable End recent;

    /// The last instant that a schedule may have in a frame.
    private record End(Frame frame, Instant last) {}

    /// A schedule with these modifiers.
    ///
    /// @param base one without modifiers that yields instants
    /// @throws IllegalArgumentException if it is another, or cannot be counted
    public Modified(Schedule base, Modifiers modifiers) {
        if (base instanceof Modified || base instanceof Reboot || base instanceof Start
                || (base instanceof FromEnd && modifiers.times() != null)) {
            throw new IllegalArgumentException("a schedule that takes no such modifiers: " + base.text());
        }
        this.base = base;
        this.modifiers = modifiers;
    }

    @Override
    public Schedule base() {
        return base;
    }

    /// What it adds to the schedule without.
    public Modifiers modifiers() {
        return modifiers;
    }

    @Override
    public Optional<Instant> next(Instant after, Frame outer) {
        Frame frame = modifiers.in(outer);
        Instant end = end(frame);
        Duration jitter = modifiers.jitter();
        if (jitter == null || after.isBefore(BEGINNING)) {
            return planned(after, end, frame).map(slot -> moved(slot, end, frame));
        }
        // The last one that is not after it may have been moved behind it.
        Optional<Instant> moved = Bisection.latest(at -> planned(at, end, frame), after.minus(jitter), after)
                .map(slot -> moved(slot, end, frame)).filter(at -> at.isAfter(after));
        return moved.isPresent() ? moved : planned(after, end, frame).map(slot -> moved(slot, end, frame));
    }

    private Optional<Instant> planned(Instant after, Instant end, Frame frame) {
        Moment from = modifiers.from();
        Instant start = from == null ? Instant.MIN : from.instant(frame.zone()).minusNanos(1);
        return base.next(start.isAfter(after) ? start : after, frame).filter(slot -> !slot.isAfter(end));
    }

    private Instant moved(Instant slot, Instant end, Frame frame) {
        Duration jitter = modifiers.jitter();
        if (jitter == null) {
            return slot;
        }
        long room = planned(slot, end, frame).map(next -> Duration.between(slot, next).minusNanos(1))
                .filter(distance -> distance.compareTo(jitter) < 0).orElse(jitter).toMillis();
        long millis = slot.getEpochSecond() * 1000 + slot.getNano() / 1_000_000;
        return slot.plusMillis(Hash.below(room + 1, frame.identity(), millis));
    }

    private Instant end(Frame frame) {
        if (modifiers.until() == null && modifiers.times() == null) {
            return Instant.MAX;
        }
        End known = recent;
        if (known == null || !known.frame.equals(frame)) {
            known = new End(frame, found(frame));
            recent = known;
        }
        return known.last;
    }

    private Instant found(Frame frame) {
        Moment until = modifiers.until();
        Instant end = until == null ? Instant.MAX : until.instant(frame.zone());
        Integer times = modifiers.times();
        if (times == null) {
            return end;
        }
        Instant last = modifiers.beginning(frame);
        for (int n = 0; n < times; n++) {
            Optional<Instant> next = base.next(last, frame);
            if (next.isEmpty() || next.get().isAfter(end)) {
                break;
            }
            last = next.get();
        }
        return last;
    }

    @Override
    public String text() {
        return base.text() + modifiers.text();
    }

    @Override
    public String words() {
        return base.words() + modifiers.words();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Modified modified && modified.base.equals(base)
                && modified.modifiers.equals(modifiers);
    }

    @Override
    public int hashCode() {
        return 31 * base.hashCode() + modifiers.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
