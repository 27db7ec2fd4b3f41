package dev.supertask.keeper;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is known of the processes of a run that is being stopped. Only what started no earlier than its
/// first process can be among them, whatever else speaks for it.
final class Family {
    private final String run;
    private final int first;
    private final long since;
    private final Set<String> pipes = new HashSet<>();
    private final Set<ProcessTable.Identity> known = new HashSet<>();

    /// @param first the number of its first process, which is not waited for before this is done with
    /// @param pipes the inodes of the pipes that it was given to write to
    Family(ProcFiles files, String run, int first, List<Long> pipes) {
        this.run = run;
        this.first = first;
        long start = ProcessTable.startTicks(files, first);
        // Nothing of a run is older than its keeper.
        int self = (int) ProcessHandle.current().pid();
        this.since = start != 0 ? start : ProcessTable.startTicks(files, self);
        pipes.forEach(inode -> this.pipes.add("pipe:[" + inode + "]"));
    }

    String run() {
        return run;
    }

    int first() {
        return first;
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
