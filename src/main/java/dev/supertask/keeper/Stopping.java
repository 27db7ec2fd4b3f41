package dev.supertask.keeper;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.supertask.keeper.ProcessTable.Entry;
import dev.supertask.keeper.ProcessTable.Identity;
import org.jspecify.annotations.Nullable;

/// One run that is being stopped. Touched on one thread only, once it is [met][#meet].
final class Stopping {
    private static final Logger LOG = System.getLogger(Stopping.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    // A process that forks and ends while processes are looked at can be missed; hardly time after time.
    private static final int LOOKS_THAT_SAW_NOTHING = 3;

    private final Supervision supervision;
    private final Child child;
    private final Set<Identity> untouchable = new HashSet<>();
    private @Nullable Family family;
    private long deadline;
    private int sawNothing;

    /// @param child its first process, which is held
    Stopping(Supervision supervision, Child child, Duration killAfter) {
        this.supervision = supervision;
        this.child = child;
        this.deadline = System.nanoTime() + killAfter.toNanos();
    }

    /// How long its time is over; negative while it is not.
    long overdueNanos() {
        return System.nanoTime() - deadline;
    }

    boolean isOverdue() {
        return overdueNanos() >= 0;
    }

    /// Whether it is time to see what is left of it.
    boolean isDue() {
        return isOverdue() || child.hasEnded();
    }

    boolean isReleased() {
        return supervision.isReleased();
    }

    void release() {
        supervision.release(child);
    }

    boolean isOfTheSameRunAs(Stopping other) {
        return supervision == other.supervision;
    }

    /// Was asked once more.
    void hasten(Stopping again) {
        deadline = deadline - again.deadline > 0 ? again.deadline : deadline;
        child.signal(Posix.SIGTERM);
    }

    /// Finds out what there is to know of its processes.
    void meet(ProcFiles files) {
        family = new Family(files, supervision.order().run(), child.pid(), supervision.pipes());
    }

    Family family() {
        return Objects.requireNonNull(family, "not met yet");
    }

    /// Asks it to end: its process group, or, where there is none to signal, those that belong to it one
    /// by one.
    void ask(Hunt hunt) {
        child.signal(Posix.SIGTERM);
        if (!child.leadsGroup()) {
            hunt.of(family()).stream().filter(e -> e.pid() != child.pid())
                    .forEach(e -> e.signal(Posix.SIGTERM));
        }
    }

    /// Stops its process group in the sense of SIGSTOP: all at once, however fast it forks.
    void freeze() {
        child.signal(Posix.SIGSTOP);
    }

    /// Kills what was found of it, where its time is over; releases it once that is nothing any more, or
    /// nothing that can be done anything about.
    ///
    /// @param alone whether no other run lives
    /// @return whether it was released
    boolean settles(Hunt hunt, boolean alone) {
        List<Entry> left = hunt.of(family()).stream().filter(e -> !untouchable.contains(e.identity()))
                .toList();
        sawNothing = left.isEmpty() ? sawNothing + 1 : 0;
        boolean over = sawNothing >= LOOKS_THAT_SAW_NOTHING;
        if (!left.isEmpty() && isOverdue()) {
            child.signal(Posix.SIGKILL);
            left.forEach(this::kill);
            over = overdueNanos() > PATIENCE.toNanos();
            if (over) {
                tell(left.getFirst().words()
                        + " does not end although it was killed · look at its state in ps");
            }
        }
        if (over) {
            if (alone) {
                hunt.strangers(family()).forEach(e -> tell(e.words() + " may be left of it: it was adopted "
                        + "from a program that runs no more, and nothing says which one · look at it in ps"));
            }
            release();
        }
        return over;
    }

    private void kill(Entry entry) {
        if (entry.signal(Posix.SIGKILL) == -Posix.EPERM && untouchable.add(entry.identity())) {
            tell(entry.words() + " goes on: it is another user's, and may not be stopped by this one");
        }
    }

    private void tell(String what) {
        String line = "run " + supervision.order().run() + ": " + what;
        LOG.log(Level.WARNING, line);
        supervision.note("supertask: " + what);
    }
}
