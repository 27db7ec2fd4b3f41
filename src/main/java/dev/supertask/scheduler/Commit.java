package dev.supertask.scheduler;

import java.util.List;

import dev.supertask.keeper.CrashPoint;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.store.Batch;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.StepEnd;

/// One commit for all that a tick writes.
record Commit(NamespaceStore store) {

    /// Returns when it is on the disk, or there is nothing to write.
    void write(List<Run> changed, List<StepEnd> steps, Claims claims, List<RunId> followed) {
        Batch batch = new Batch(changed, steps, claims.claims(), followed);
        if (batch.isEmpty()) {
            return;
        }
        boolean ends = changed.stream().anyMatch(run -> run.state().ended());
        CrashPoint.BEFORE_STEP_END.reachIf(!steps.isEmpty());
        CrashPoint.BEFORE_FINISH.reachIf(ends);
        CrashPoint.BEFORE_CLAIM.reachIf(!claims.isEmpty());
        claims.drop(store.record(batch).join());
        CrashPoint.AFTER_CLAIM.reachIf(!claims.isEmpty());
        CrashPoint.AFTER_FINISH.reachIf(ends);
        CrashPoint.AFTER_STEP_END.reachIf(!steps.isEmpty());
    }
}
