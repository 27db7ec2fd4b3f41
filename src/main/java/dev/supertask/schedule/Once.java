package dev.supertask.schedule;

import java.time.Instant;
import java.util.Optional;

/// One single occurrence: the moment at which the job was first applied.
public record Once() implements Schedule {

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        return frame.anchor().isAfter(after) ? Optional.of(frame.anchor()) : Optional.empty();
    }

    @Override
    public String text() {
        return "once";
    }

    @Override
    public String words() {
        return "once, right away";
    }
}
