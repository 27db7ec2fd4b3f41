package dev.supertask.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until a test moves it, in whichever direction.
public final class SettableClock implements InstantSource {
    private volatile Instant now;
    private final AtomicLong looks = new AtomicLong();

    /// A clock that shows this instant.
    public SettableClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        looks.incrementAndGet();
        return now;
    }

    /// How often somebody looked at it.
    public long looks() {
        return looks.get();
    }

    /// Sets it.
    public void set(Instant to) {
        now = to;
    }

    /// Sets it.
    public void set(String to) {
        now = Instant.parse(to);
    }

    /// Moves it on, or back by a negative duration.
    public void move(Duration by) {
        now = now.plus(by);
    }
}
