package dev.supertask.scheduler;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.supertask.keeper.AttemptId;
import dev.supertask.keeper.Ledger;
import dev.supertask.problem.Refusal;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.StepPlan;
import dev.supertask.run.Trigger;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OpenRun;
import dev.supertask.store.ProcessIdentity;

/// What speaks for and against a run of a dead process having been launched.
///
/// As long as the machine was not restarted the journal tells it: a keeper writes down that it will start an
/// attempt before it does, and the kernel keeps that. A machine that dies takes what was written in its last moments
/// along, so after a restart silence proves something only where something else does.
///
/// @param orphans the open runs whose process of record is gone
/// @param plans the steps of each of them, by its id
/// @param ledger what the namespace's keepers wrote down
/// @param now the time
record Evidence(List<OpenRun> orphans, Map<RunId, StepPlan> plans, Ledger ledger, Instant now) {

    /// Collects it.
    ///
    /// @throws Refusal when the journal cannot be read
    static Evidence of(NamespaceStore store, Instant now) {
        List<OpenRun> orphans = store.openRuns().stream().filter(open -> !open.runner().alive()).toList();
        Map<RunId, StepPlan> plans = new HashMap<>();
        orphans.forEach(open -> plans.put(open.run().id(), store.plan(open.run())));
        return new Evidence(orphans, plans, orphans.isEmpty() ? Ledger.empty() : ledger(store), now);
    }

    /// What the namespace's keepers wrote down.
    ///
    /// @throws Refusal when that cannot be read
    static Ledger ledger(NamespaceStore store) {
        try {
            return Ledger.read(store.folder().journal());
        } catch (IOException e) {
            throw Refusal.failed("the keeper's journal " + store.folder().journal() + " cannot be read: "
                    + e.getMessage(), "move it away; what it knew of open runs is lost then");
        }
    }

    /// The steps of one of the runs.
    StepPlan plan(Run run) {
        return Objects.requireNonNull(plans.get(run.id()));
    }

    /// Whether it is certain that a queued run of which the journal says nothing was not launched.
    boolean wasNeverLaunched(OpenRun open) {
        return !isOfAnotherBoot(open) || isStillToCome(open.run())
                || ledger.isComplete(open.runner().bootId()) || hadNoTurn(open.run());
    }

    /// Whether the machine was restarted since somebody answered for a run.
    static boolean isOfAnotherBoot(OpenRun open) {
        return !open.runner().bootId().equals(ProcessIdentity.currentBootId());
    }

    /// Nothing is launched before its time.
    private boolean isStillToCome(Run run) {
        return run.scheduledAt() != null && run.scheduledAt().isAfter(now);
    }

    /// The runs of a job go one at a time, and the end of one is on the disk, in the journal, before a scheduler hears
    /// of it and launches the next. So another one that goes on holds up all that wait; and of those that are
    /// caught up, oldest first, all but the first two: an end that no journal tells, of what could not even be asked
    /// for, is on the disk one launch later.
    private boolean hadNoTurn(Run run) {
        List<Run> others = orphans.stream().map(OpenRun::run)
                .filter(it -> it.job().equals(run.job()) && !it.id().equals(run.id()) && !hasEnded(it)).toList();
        return others.stream().anyMatch(this::goesOn)
                || (isCaughtUp(run) && others.stream().filter(it -> isCaughtUp(it) && isEarlier(it, run)).count() >= 2);
    }

    private boolean hasEnded(Run run) {
        return Fate.isAllDone(plan(run)) || ledger.trace(step(run)).isEnd();
    }

    private boolean goesOn(Run run) {
        return ledger.isOfLastKeeper(step(run));
    }

    private AttemptId step(Run run) {
        return Fate.step(run, plan(run));
    }

    private static boolean isCaughtUp(Run run) {
        return run.trigger() == Trigger.CATCH_UP && run.state() == RunState.QUEUED && run.attempt() == 0;
    }

    private static boolean isEarlier(Run run, Run than) {
        Instant slot = run.scheduledAt();
        Instant other = than.scheduledAt();
        return slot != null && other != null && slot.isBefore(other);
    }
}
