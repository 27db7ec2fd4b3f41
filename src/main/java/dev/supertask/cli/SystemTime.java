package dev.supertask.cli;

import java.time.InstantSource;

/// The system's clock: the one place that asks it. Everything else is handed an [InstantSource].
final class SystemTime {
    /// The real time.
    static final InstantSource CLOCK = InstantSource.system();

    private SystemTime() {}

    /// The monotonic clock, which nobody can set: [System#nanoTime()].
    static long nanos() {
        return System.nanoTime();
    }
}
