package dev.supertask.schedule;

import java.time.Instant;
import java.util.Optional;

/// `@start`: once per start of the scheduler. Like [Reboot] it yields no instants of its own.
public record Start() implements Schedule {

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        return Optional.empty();
    }

    @Override
    public String text() {
        return "@start";
    }

    @Override
    public String words() {
        return "once after each start of its scheduler";
    }
}
