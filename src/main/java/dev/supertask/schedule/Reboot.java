package dev.supertask.schedule;

import java.time.Instant;
import java.util.Optional;

/// `@reboot`: once per boot of the operating system, when a scheduler first sees that boot. It yields
/// no instants of its own, because no rule knows when a machine will start; the scheduler does.
public record Reboot() implements Schedule {

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        return Optional.empty();
    }

    @Override
    public String text() {
        return "@reboot";
    }

    @Override
    public String words() {
        return "once after each boot of this machine";
    }
}
