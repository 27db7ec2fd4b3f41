package dev.supertask.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.supertask.scheduler.Nap;

/// Shows on a terminal what takes longer than a second: a line on standard error that is gone when it is done.
/// Where that is no terminal, or quiet is wanted, nothing is shown.
final class Progress {
    private static final Duration QUIET_AT_FIRST = Duration.ofSeconds(1);
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final InstantSource clock;
    private final String what;
    private final Instant began;
    private final Nap nap = new Nap();
    private boolean done;
    private boolean drawn;

    private Progress(PrintWriter terminal, InstantSource clock, String what) {
        this.terminal = terminal;
        this.clock = clock;
        this.what = what;
        this.began = clock.instant();
    }

    /// Does something, and shows that it goes on.
    ///
    /// @param what as in `reading supertask.yaml`
    static <T> T during(SupertaskCommand root, String what, Supplier<T> work) {
        if (root.quiet() || !root.world().terminals().err()) {
            return work.get();
        }
        return during(root.err(), root.world().clock(), what, work);
    }

    static <T> T during(PrintWriter terminal, InstantSource clock, String what, Supplier<T> work) {
        Progress progress = new Progress(terminal, clock, what);
        Thread.ofVirtual().name("progress").start(() -> progress.drawAgainAndAgain());
        try {
            return work.get();
        } finally {
            progress.end();
        }
    }

    private void drawAgainAndAgain() {
        nap.take(QUIET_AT_FIRST);
        while (draw()) {
            nap.take(QUIET_AT_FIRST);
        }
    }

    private synchronized boolean draw() {
        if (!done) {
            terminal.print(ERASE + "… " + what + ", " + Prose.duration(Duration.between(began, clock.instant())));
            terminal.flush();
            drawn = true;
        }
        return !done;
    }

    private synchronized void end() {
        done = true;
        nap.wake();
        if (drawn) {
            terminal.print(ERASE);
            terminal.flush();
        }
    }
}
