package dev.supertask.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Single instants. A local time that the zone skips or repeats means what the frame's [Dst] says; where that says
/// nothing, the instant right after the gap, however long, and the first pass.
///
/// @param moments the dates and times, at least one
public record At(List<Moment> moments) implements Schedule {

    /// Copies the list.
    public At {
        moments = List.copyOf(moments);
        if (moments.isEmpty()) {
            throw new IllegalArgumentException("at no moment");
        }
    }

    /// One instant.
    public At(LocalDateTime local, @Nullable ZoneOffset offset) {
        this(List.of(new Moment(local, offset)));
    }

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        return moments.stream().flatMap(moment -> moment.instants(frame.zone(), frame.dst()).stream())
                .filter(instant -> instant.isAfter(after)).min(Comparator.naturalOrder());
    }

    @Override
    public String text() {
        return moments.stream().map(Moment::text).collect(Collectors.joining(", ", "at ", ""));
    }

    @Override
    public String words() {
        String on = "on " + Words.list(moments.stream().map(Moment::words).toList(), "and");
        return moments.size() == 1 ? "once, " + on : on;
    }
}
