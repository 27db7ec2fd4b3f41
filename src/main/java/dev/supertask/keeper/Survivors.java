package dev.supertask.keeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// What is left of a run whose keeper is dead: its first process, those in its session or group, and all
/// that carry its id in their environment.
public final class Survivors {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long NAP = 20_000_000;

    private final String run;
    private final int leader;
    private final long startTicks;
    private final boolean findable;
    private boolean killed;
    private List<ProcessTable.Entry> living = List.of();

    private Survivors(String run, int leader, long startTicks, boolean findable) {
        this.run = run;
        this.leader = leader;
        this.startTicks = startTicks;
        this.findable = findable;
    }

    /// Looks for what is left of a run.
    ///
    /// @param trace its last news, from this boot of the machine
    public static Survivors of(String run, Trace trace) {
        Survivors survivors = switch (trace) {
            case Trace.Running(long pid, long startTicks, _) -> new Survivors(run, (int) pid, startTicks, true);
            case Trace.Unknown _,Trace.Intended _,Trace.Ended _,Trace.Failed _ -> new Survivors(run, 0, 0, true);
        };
        survivors.look(ProcessTable.now());
        return survivors;
    }

    /// Nothing.
    static Survivors none(String run) {
        return new Survivors(run, 0, 0, false);
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

    /// Ends what is left of many runs: SIGTERM now, SIGKILL after a while, until nothing is left. Waits for
    /// that, and gives up on what does not end 10 s after it was killed.
    ///
    /// @param each told of each run once nothing is left of it, or nothing can be done about what is
    public static void stop(List<Survivors> all, Duration killAfter, Consumer<Survivors> each) {
        long start = System.nanoTime();
        List<Survivors> left = new ArrayList<>(all);
        all.forEach(survivors -> survivors.signal(Posix.SIGTERM));
        for (boolean first = true; !left.isEmpty(); first = false) {
            if (!first) {
                LockSupport.parkNanos(NAP);
            }
            long overdue = System.nanoTime() - start - killAfter.toNanos();
            ProcessTable table = ProcessTable.now();
            left.removeIf(survivors -> {
                survivors.look(table);
                if (overdue >= 0) {
                    survivors.signal(Posix.SIGKILL);
                }
                boolean over = survivors.isEmpty() || overdue > PATIENCE.toNanos();
                if (over) {
                    each.accept(survivors);
                }
                return over;
            });
        }
    }

    /// Whether any of it had to be killed.
    public boolean wasKilled() {
        return killed;
    }

    private void look(ProcessTable table) {
        if (!findable) {
            living = List.of();
            return;
        }
        long self = ProcessHandle.current().pid();
        boolean numberIsItsOwn = startTicks != 0 && table.living().stream()
                .noneMatch(entry -> entry.pid() == leader && entry.identity().startTicks() != startTicks);
        try (ProcFiles files = new ProcFiles()) {
            living = table.living().stream().filter(entry -> entry.pid() != self)
                    .filter(entry -> (numberIsItsOwn && isNumbered(entry))
                            || run.equals(ProcessTable.run(files, entry.pid())))
                    .toList();
        }
    }

    // As long as anything is in its session or group, its number is given to nobody else; so when somebody
    // else has it, nothing is.
    private boolean isNumbered(ProcessTable.Entry entry) {
        return entry.pid() == leader || entry.group() == leader || entry.session() == leader;
    }

    private void signal(int signal) {
        killed |= signal == Posix.SIGKILL && !living.isEmpty();
        living.forEach(entry -> entry.signal(signal));
    }
}
