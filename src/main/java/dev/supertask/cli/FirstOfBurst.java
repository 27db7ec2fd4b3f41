package dev.supertask.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// Lets a signal through once, however often it comes within a moment. `timeout` and other wrappers send the same
/// one to a process and then to its group, and a closing terminal's shell does the like: that is one wish to
/// end, and no second Ctrl-C.
final class FirstOfBurst implements Consumer<Interrupts.Kind> {
    /// No two presses that are meant as two are closer than this.
    static final Duration MOMENT = Duration.ofMillis(500);

    private final InstantSource clock;
    private final Consumer<Interrupts.Kind> next;
    private final Map<Interrupts.Kind, Instant> passed = new EnumMap<>(Interrupts.Kind.class);

    FirstOfBurst(InstantSource clock, Consumer<Interrupts.Kind> next) {
        this.clock = clock;
        this.next = next;
    }

    @Override
    public synchronized void accept(Interrupts.Kind kind) {
        Instant now = clock.instant();
        Instant before = passed.get(kind);
        if (before == null || Duration.between(before, now).abs().compareTo(MOMENT) >= 0) {
            passed.put(kind, now);
            next.accept(kind);
        }
    }
}
