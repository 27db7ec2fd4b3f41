package dev.supertask.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Finds the last of many instants by asking only for next ones.
public final class Bisection {
    private Bisection() {}

    /// The last instant after `after` and not after `upTo`. Takes a few dozen questions however many instants lie
    /// between.
    ///
    /// @param next answers the first instant strictly after another, and never goes back when its argument goes on
    public static Optional<Instant> latest(Function<Instant, Optional<Instant>> next, Instant after, Instant upTo) {
        Optional<Instant> found = next.apply(after).filter(first -> !first.isAfter(upTo));
        if (found.isEmpty()) {
            return found;
        }
        Instant latest = found.get();
        Instant none = upTo; // nothing lies after this one and not after upTo
        while (latest.isBefore(none)) {
            Instant middle = latest.plus(Duration.between(latest, none).dividedBy(2));
            Optional<Instant> later = next.apply(middle).filter(at -> !at.isAfter(upTo));
            if (later.isPresent()) {
                latest = later.get();
            } else if (middle.equals(latest)) {
                break;
            } else {
                none = middle;
            }
        }
        return Optional.of(latest);
    }
}
