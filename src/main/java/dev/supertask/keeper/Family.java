package dev.supertask.keeper;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is known of the processes of a run that is to end. Only what started no earlier than its
/// first process can be among them, whatever else speaks for it.
final class Family {
    /// The number of no process.
    static final int NOBODY = 0;

    private final String run;
    private int first;
    private final long since;
    private final Set<String> pipes = new HashSet<>();
    private final Set<ProcessTable.Identity> known = new HashSet<>();

    /// @param first the number of its first process, which is not waited for before this is done with
    /// @param pipes the inodes of the pipes that it was given to write to
    Family(ProcFiles files, String run, int first, List<Long> pipes) {
        this(run, first, since(files, first), pipes);
    }

    /// @param first the number of its first process, which nobody else has; [#NOBODY] where that is not so
    /// @param since when the first process started, or something before that, in clock ticks since boot
    /// @param pipes the inodes of the pipes that it was given to write to
    Family(String run, int first, long since, List<Long> pipes) {
        this.run = run;
        this.first = first;
        this.since = since;
        pipes.forEach(inode -> this.pipes.add("pipe:[" + inode + "]"));
    }

    private static long since(ProcFiles files, int first) {
        long start = ProcessTable.startTicks(files, first);
        // Nothing of a run is older than its keeper.
        int self = (int) ProcessHandle.current().pid();
        return start != 0 ? start : ProcessTable.startTicks(files, self);
    }

    String run() {
        return run;
    }

    int first() {
        return first;
    }

    /// Somebody else has the number of its first process.
    void loseFirst() {
        first = NOBODY;
        // These may have been found by it.
        known.clear();
    }

    Set<String> pipes() {
        return pipes;
    }

    /// All that were ever found to belong to it: who was seen under a parent that has ended since is
    /// remembered here.
    Set<ProcessTable.Identity> known() {
        return known;
    }

    boolean mayHold(ProcessTable.Entry entry) {
        return entry.identity().startTicks() >= since;
    }
}
