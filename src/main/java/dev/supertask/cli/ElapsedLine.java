package dev.supertask.cli;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.supertask.launch.Interlude;
import dev.supertask.launch.Launch;
import dev.supertask.launch.Watcher;
import dev.supertask.run.Outcome;
import dev.supertask.scheduler.Nap;
import org.jspecify.annotations.Nullable;

/// Shows on a terminal how long a single run has been going on, and gets out of the way of its output: the
/// line is erased before anything else is written, and drawn again only at the beginning of a line.
final class ElapsedLine implements Interlude, Watcher, AutoCloseable {
    private static final Duration QUIET_AT_FIRST = Duration.ofSeconds(2);
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final InstantSource clock;
    private final Nap nap = new Nap();
    private volatile boolean closed;
    private @Nullable Instant startedAt;
    private boolean lineIsEmpty = true;
    private boolean drawn;

    private ElapsedLine(PrintWriter terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /// A line on standard error if that is a terminal, else nothing at all.
    static ElapsedLine of(SupertaskCommand root, World world) {
        ElapsedLine line = new ElapsedLine(root.err(), world.clock());
        if (world.terminals().err() && !root.quiet()) {
            Thread.ofVirtual().name("elapsed").start(line::drawAgainAndAgain);
        }
        return line;
    }

    private void drawAgainAndAgain() {
        nap.take(QUIET_AT_FIRST);
        while (!closed) {
            draw();
            nap.take(Duration.ofSeconds(1));
        }
    }

    private synchronized void draw() {
        if (startedAt == null || !lineIsEmpty || closed) {
            return;
        }
        terminal.print(ERASE + "… running for " + Prose.duration(Duration.between(startedAt, clock.instant())));
        terminal.flush();
        drawn = true;
    }

    private synchronized void erase() {
        if (drawn) {
            terminal.print(ERASE);
            terminal.flush();
            drawn = false;
        }
    }

    @Override
    public void before() {
        erase();
    }

    @Override
    public synchronized void after(boolean atLineStart) {
        lineIsEmpty = atLineStart;
    }

    @Override
    public void started(Launch launch, long pid, Instant at) {
        began(at);
    }

    /// From now on something runs.
    synchronized void began(Instant at) {
        startedAt = at;
    }

    /// Nothing runs any more.
    synchronized void ended() {
        startedAt = null;
        erase();
    }

    /// Does something that writes whole lines, out of whose way the line gets.
    synchronized void around(Runnable writing) {
        erase();
        writing.run();
    }

    @Override
    public void wrote(Launch launch, ByteBuffer output) {
        // what it wrote is on the terminal already
    }

    @Override
    public void ended(Launch launch, Outcome outcome, Instant at) {
        ended();
    }

    @Override
    public void close() {
        closed = true;
        nap.wake();
        erase();
    }
}
