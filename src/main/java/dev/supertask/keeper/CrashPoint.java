package dev.supertask.keeper;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// A moment in a run's life at which a crash test wants the process to die: `SUPERTASK_CRASH_AT=after-claim:3`
/// in the environment kills it, by SIGKILL to itself, when it gets there for the third time. Nothing happens
/// where the variable is not set.
public enum CrashPoint {
    /// The scheduler is about to record claims.
    BEFORE_CLAIM,
    /// Claims are on the disk.
    AFTER_CLAIM,
    /// The scheduler is about to ask for a launch.
    BEFORE_LAUNCH,
    /// The launch was asked for.
    AFTER_LAUNCH,
    /// The keeper has written down that it will spawn.
    AFTER_INTENT,
    /// The process runs, and the keeper has not written that down.
    AFTER_SPAWN,
    /// The process has ended, and the keeper has not written that down.
    BEFORE_EXIT_RECORD,
    /// The keeper has written down the end, and told nobody.
    AFTER_EXIT_RECORD,
    /// The scheduler knows the end of a step of a job that has several, and has not recorded it.
    BEFORE_STEP_END,
    /// That end is on the disk, and the next step was not asked for.
    AFTER_STEP_END,
    /// The scheduler knows the end, and has not recorded it.
    BEFORE_FINISH,
    /// The end is on the disk, and the keeper does not know that it is.
    AFTER_FINISH;

    /// The name of the variable.
    static final String VARIABLE = "SUPERTASK_CRASH_AT";

    private static final String WANTED = System.getenv().getOrDefault(VARIABLE, ":0");
    private static final String NAME = WANTED.substring(0, WANTED.indexOf(':'));
    private static final AtomicInteger LEFT = new AtomicInteger(
            Integer.parseInt(WANTED.substring(WANTED.indexOf(':') + 1)));

    /// Dies here, if that is wanted and the moment has come.
    public void reachIf(boolean come) {
        boolean wanted = come && !NAME.isEmpty() && NAME.equals(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (wanted && LEFT.decrementAndGet() == 0) {
            Posix.kill((int) ProcessHandle.current().pid(), Posix.SIGKILL);
        }
    }
}
