package dev.supertask.operations;

import java.util.List;

import dev.supertask.run.Run;
import dev.supertask.scheduler.Recovery;
import dev.supertask.store.RunFilter;

/// Lists runs of a namespace, newest first.
public final class ListRuns {
    private ListRuns() {}

    /// The runs that a filter lets through.
    public static List<Run> answer(Desk desk, RunFilter filter) {
        Recovery.settle(desk.store(), desk.now());
        return desk.store().runs(filter);
    }
}
