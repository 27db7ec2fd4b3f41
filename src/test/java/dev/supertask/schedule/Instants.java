package dev.supertask.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks a schedule for one instant after the other.
final class Instants {
    private Instants() {}

    /// All instants after one and not after another.
    static List<Instant> of(Schedule schedule, Frame frame, Instant after, Instant until) {
        return Stream
                .iterate(schedule.next(after, frame), next -> next.isPresent() && !next.get().isAfter(until),
                        next -> schedule.next(next.get(), frame))
                .map(Optional::get).toList();
    }
}
