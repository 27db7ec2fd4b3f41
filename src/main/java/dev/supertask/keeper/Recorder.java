package dev.supertask.keeper;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/// Writes down what becomes of attempts, on a thread of its own: whatever came up meanwhile is one group,
/// which is written and, where it holds an end, synced, before anybody is told of it.
///
/// A start waits a moment for the group of an end; only a process that still runs then is looked at for
/// its start time, which costs more than all the rest of the record.
final class Recorder {
    private static final Logger LOG = System.getLogger(Recorder.class.getName());
    private static final long START_WAITS_MILLIS = 50;
    private static final long GROUP_GATHERS = 2_000_000;
    // The JVM empties the pool of its compiler's memory every five seconds; earlier there is nothing to give back.
    private static final long REST_MILLIS = 6_000;
    private static final long RETRY = 1_000_000_000;

    /// Who wants to know how far it is.
    interface Reader {

        /// There is more in the journal.
        void published();

        /// No attempt is without its end.
        void allEnded();
    }

    private final Journal journal;
    private final InstantSource clock;
    private final Reader reader;
    private final int compactAt;

    // All guarded by this.
    private List<LongFunction<JournalRecord>> pending = new ArrayList<>();
    private int pendingEnds;
    private int open;
    private boolean rested;

    /// A recorder that has not [begun][#begin].
    ///
    /// @param compactAt at how many attempts that were dealt with the journal is rewritten
    Recorder(Journal journal, InstantSource clock, int compactAt, Reader reader) {
        this.journal = journal;
        this.clock = clock;
        this.compactAt = compactAt;
        this.reader = reader;
    }

    void begin() {
        Thread.ofPlatform().daemon().name("supertask-journal").start(this::work);
    }

    /// Writes down, at once, that attempts are about to be started.
    void intended(List<AttemptId> attempts) throws IOException {
        journal.append(attempts.stream().map(attempt -> entry(attempt, new Trace.Intended(clock.instant()))).toList());
        synchronized (this) {
            open += attempts.size();
            rested = false;
        }
    }

    /// One was started.
    ///
    /// @param keeper knows when its process started
    synchronized void started(AttemptId attempt, int pid, Keeper keeper) {
        var at = clock.instant();
        pending.add(number -> new JournalRecord.Traced(number, attempt,
                new Trace.Running(pid, keeper.startTicks(attempt.run(), pid), at, keeper.pipes(attempt.run()))));
        notifyAll();
    }

    /// One ended.
    void ended(AttemptId attempt, Exit exit) {
        addEnd(entry(attempt, new Trace.Ended(exit, clock.instant())));
    }

    /// One could not be started.
    void failed(AttemptId attempt, Failure failure) {
        addEnd(entry(attempt, new Trace.Failed(failure, clock.instant())));
    }

    /// How many attempts are without an end.
    synchronized int open() {
        return open;
    }

    private synchronized void addEnd(LongFunction<JournalRecord> end) {
        pending.add(end);
        pendingEnds++;
        notifyAll();
    }

    private static LongFunction<JournalRecord> entry(AttemptId attempt, Trace trace) {
        return number -> new JournalRecord.Traced(number, attempt, trace);
    }

    private void work() {
        try {
            while (true) {
                awaitGroup();
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitGroup() throws InterruptedException {
        long since = System.nanoTime();
        while (pendingEnds == 0) {
            long waited = (System.nanoTime() - since) / 1_000_000;
            if (!pending.isEmpty()) {
                if (waited >= START_WAITS_MILLIS) {
                    return;
                }
                wait(START_WAITS_MILLIS - waited);
            } else {
                if (!rested && waited >= REST_MILLIS) {
                    rested = true;
                    Memory.giveBack();
                }
                wait(rested ? 0 : REST_MILLIS - waited);
                since = pending.isEmpty() ? since : System.nanoTime();
            }
        }
    }

    private void write() {
        List<LongFunction<JournalRecord>> group;
        int ends;
        synchronized (this) {
            group = pending;
            pending = new ArrayList<>();
            ends = pendingEnds;
            pendingEnds = 0;
        }
        CrashPoint.BEFORE_EXIT_RECORD.reachIf(ends > 0);
        persist(group, ends > 0);
        CrashPoint.AFTER_EXIT_RECORD.reachIf(ends > 0);
        journal.publish();
        reader.published();
        boolean allEnded;
        synchronized (this) {
            open -= ends;
            allEnded = ends > 0 && open == 0;
        }
        if (allEnded) {
            reader.allEnded();
        }
        if (journal.settled() >= compactAt && journal.settled() >= journal.size() / 2) {
            compact();
        }
        if (group.size() > 2) {
            LockSupport.parkNanos(GROUP_GATHERS);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void persist(List<LongFunction<JournalRecord>> group, boolean sync) {
        untilItWorks(() -> journal.append(group));
        if (sync) {
            untilItWorks(journal::sync);
        }
    }

    private static void untilItWorks(Writing writing) {
        for (int tries = 0;; tries++) {
            try {
                writing.write();
                return;
            } catch (IOException e) {
                if (tries == 0) {
                    LOG.log(Level.ERROR, "cannot write the journal: " + e.getMessage()
                            + " · tried again every second; ends of runs are not told until then");
                }
                LockSupport.parkNanos(RETRY);
            }
        }
    }

    private void compact() {
        try {
            journal.compact();
            // Left to itself the heap grows to its limit before it is looked through for the first time.
            System.gc();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot shorten the journal: " + e.getMessage());
        }
    }
}
