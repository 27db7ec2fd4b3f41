package dev.supertask.keeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Writes a journal as a keeper would, and runs nothing: it lives as long as this process, or until it is
/// told to die; then another one takes its place.
public final class PretendKeeper implements AutoCloseable {
    /// The largest number that Linux gives; if somebody has it, it was not started one tick after the boot.
    private static final long NOBODY = 4_194_303;

    private static final Incarnation LIVING = Incarnation.ofThisProcess();
    private static final Incarnation DEAD = new Incarnation(1L << 40, 1, Incarnation.currentBootId());

    private final Path file;
    private Journal journal;

    /// A keeper that writes here.
    public PretendKeeper(Path file) {
        this.file = file;
        this.journal = open(LIVING);
    }

    private Journal open(Incarnation keeper) {
        try {
            return new Journal(file, keeper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It is about to start an attempt.
    public void intended(AttemptId attempt, Instant at) {
        write(attempt, new Trace.Intended(at));
    }

    /// It has started an attempt: no process of this number exists.
    public void running(AttemptId attempt, Instant at) {
        write(attempt, new Trace.Running(NOBODY, 1, at, List.of()));
    }

    /// An attempt has ended with a status.
    public void ended(AttemptId attempt, int status, Instant at) {
        write(attempt, new Trace.Ended(new Exit(status, 0, 0, 0), at));
    }

    /// An attempt could not be started.
    public void failed(AttemptId attempt, Failure failure, Instant at) {
        write(attempt, new Trace.Failed(failure, at));
    }

    private void write(AttemptId attempt, Trace trace) {
        try {
            journal.append(List.of(number -> new JournalRecord.Traced(number, attempt, trace)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It dies, and the next one lives: what had no end never will have one.
    public void die() {
        die(DEAD, false);
    }

    /// It dies with the machine, and the next one lives, on another boot.
    ///
    /// @param boot the one that is over
    /// @param left whether it had left in good order before that
    public void dieWithMachine(String boot, boolean left) {
        die(new Incarnation(DEAD.pid(), DEAD.startTicks(), boot), left);
    }

    private void die(Incarnation dead, boolean left) {
        Map<AttemptId, Ledger.Line> lines = read();
        close();
        journal = open(dead);
        lines.forEach((attempt, line) -> {
            if (!line.trace().isEnd()) {
                write(attempt, line.trace());
            }
        });
        if (left) {
            leave();
        }
        close();
        journal = open(LIVING);
    }

    private void leave() {
        try {
            journal.leave();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<AttemptId, Ledger.Line> read() {
        try {
            return Ledger.read(file).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
