package dev.supertask.keeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import dev.supertask.keeper.ProcessTable.Entry;
import dev.supertask.keeper.ProcessTable.Identity;
import org.jspecify.annotations.Nullable;

/// What is left of a run whose keeper is dead, found by the marks that a [Hunt] of a living keeper goes by. What
/// ended has left its children to somebody else, so a parent is one of them only as long as it lives itself.
public final class Survivors {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long NAP = 20_000_000;
    // A process that forks and ends while processes are looked at can be missed; hardly time after time.
    private static final int LOOKS_THAT_SAW_NOTHING = 3;

    private final String run;
    private final @Nullable Family family;
    private final long startTicks;
    private final Set<Identity> untouchable = new HashSet<>();
    private boolean killed;
    private int sawNothing;
    private List<Entry> living = List.of();

    private Survivors(String run, @Nullable Family family, long startTicks) {
        this.run = run;
        this.family = family;
        this.startTicks = startTicks;
    }

    /// Looks for what is left of a run.
    ///
    /// @param line what its keeper has written down
    static Survivors of(String run, Ledger.Line line) {
        if (!line.keeper().isOfThisBoot()) {
            return new Survivors(run, null, 0);
        }
        Trace.Running start = line.start();
        long ticks = start == null ? 0 : start.startTicks();
        // Nothing of a run is older than its first process, or, where that is not known, than its keeper.
        Family family = new Family(run, ticks == 0 || start == null ? Family.NOBODY : (int) start.pid(),
                ticks == 0 ? line.keeper().startTicks() : ticks, start == null ? List.of() : start.pipes());
        Survivors survivors = new Survivors(run, family, ticks);
        try (ProcFiles files = new ProcFiles()) {
            survivors.living = hunt(files, List.of(survivors), false).of(family);
        }
        return survivors;
    }

    /// The run.
    public String run() {
        return run;
    }

    /// Whether nothing was left when it was last looked for.
    public boolean isEmpty() {
        return living.isEmpty();
    }

    /// The processes that were left when they were last looked for.
    public List<Long> pids() {
        return living.stream().map(entry -> (long) entry.pid()).toList();
    }

    /// Whether any of it had to be killed.
    public boolean wasKilled() {
        return killed;
    }

    /// Ends what is left of many runs: SIGTERM now, SIGKILL after a while, until nothing is left. Waits for
    /// that, and gives up on what does not end 10 s after it was killed, and on what may not be killed.
    ///
    /// @param each told of each run once nothing is left of it, or nothing can be done about what is
    public static void stop(List<Survivors> all, Duration killAfter, Consumer<Survivors> each) {
        long start = System.nanoTime();
        List<Survivors> left = new ArrayList<>(all);
        all.forEach(survivors -> survivors.living.forEach(entry -> entry.signal(Posix.SIGTERM)));
        while (!left.isEmpty()) {
            long overdue = System.nanoTime() - start - killAfter.toNanos();
            try (ProcFiles files = new ProcFiles()) {
                Hunt hunt = hunt(files, left, overdue >= 0);
                left.removeIf(survivors -> {
                    boolean over = survivors.settles(hunt, overdue);
                    if (over) {
                        each.accept(survivors);
                    }
                    return over;
                });
            }
            LockSupport.parkNanos(NAP);
        }
    }

    private static Hunt hunt(ProcFiles files, List<Survivors> all, boolean overdue) {
        while (true) {
            all.forEach(survivors -> survivors.hasLostItsNumber(files));
            List<Family> families = all.stream().flatMap(survivors -> survivors.family().stream()).toList();
            Hunt hunt = overdue
                    ? Freeze.of(files, families, Set.copyOf(families))
                    : Hunt.once(files, families, (_, _) -> {});
            if (all.stream().noneMatch(survivors -> survivors.hasLostItsNumber(files))) {
                return hunt;
            }
        }
    }

    private Optional<Family> family() {
        return Optional.ofNullable(family);
    }

    // As long as anything is in its session or group, the number of the first process is given to nobody else; so
    // when somebody else has it, nothing is.
    private boolean hasLostItsNumber(ProcFiles files) {
        if (family == null || family.first() == Family.NOBODY) {
            return false;
        }
        long now = ProcessTable.startTicks(files, family.first());
        if (now == 0 || now == startTicks) {
            return false;
        }
        family.loseFirst();
        return true;
    }

    private boolean settles(Hunt hunt, long overdue) {
        living = family == null ? List.of() : hunt.of(family);
        List<Entry> left = living.stream().filter(entry -> !untouchable.contains(entry.identity())).toList();
        sawNothing = left.isEmpty() ? sawNothing + 1 : 0;
        if (overdue >= 0) {
            left.forEach(this::kill);
        }
        return family == null || sawNothing >= LOOKS_THAT_SAW_NOTHING || overdue > PATIENCE.toNanos();
    }

    private void kill(Entry entry) {
        int result = entry.signal(Posix.SIGKILL);
        killed |= result == 0;
        if (result == -Posix.EPERM) {
            untouchable.add(entry.identity());
        }
    }
}
