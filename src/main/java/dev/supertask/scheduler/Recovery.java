package dev.supertask.scheduler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.supertask.job.Delivery;
import dev.supertask.job.Job;
import dev.supertask.keeper.AttemptId;
import dev.supertask.keeper.Ledger;
import dev.supertask.keeper.TornLog;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.run.StepPlan;
import dev.supertask.run.Usage;
import dev.supertask.store.Batch;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OpenRun;
import dev.supertask.store.StepEnd;
import org.jspecify.annotations.Nullable;

/// Brings the records up to date when no scheduler does: what ended after its scheduler died is recorded as it
/// ended, and what nobody can know the end of is `lost`, and says so, or waits to be run again. What goes on, also
/// unwatched, or was never launched, is left for the next scheduler.
public final class Recovery {
    private Recovery() {}

    /// Settles what can be settled.
    ///
    /// @return the runs that changed
    public static List<Run> settle(NamespaceStore store, Instant now) {
        Evidence evidence = Evidence.of(store, now);
        if (evidence.orphans().isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        evidence.orphans().forEach(open -> change(store, open, evidence).ifPresent(changes::add));
        List<StepEnd> ends = changes.stream().flatMap(change -> change.ends.stream()).toList();
        store.record(new Batch(List.of(), ends, List.of(), List.of())).join();
        Map<Run, CompletableFuture<Boolean>> changed = new LinkedHashMap<>();
        changes.stream().flatMap(change -> change.run.stream()).forEach(run -> changed.put(run, store.update(run)));
        // Its end may have come between the two looks; then it is not lost.
        return changed.entrySet().stream().filter(run -> run.getValue().join()).map(Map.Entry::getKey).toList();
    }

    private record Change(Optional<Run> run, List<StepEnd> ends) {}

    private static Optional<Change> change(NamespaceStore store, OpenRun open, Evidence evidence) {
        StepPlan plan = evidence.plan(open.run());
        Fate fate = Fate.of(open, plan, evidence);
        if (fate instanceof Fate.Over over && !plan.isOfOne()) {
            Progress progress = Progress.of(open.run(), plan, over);
            return Optional.of(new Change(progress.end(), List.of(progress.stepEnd())));
        }
        return changed(store, open, plan, fate, evidence).map(run -> {
            if (run.state() != RunState.LOST || !Progress.isKept(open.run(), plan)) {
                return new Change(Optional.of(run), List.of());
            }
            Outcome lost = new Outcome.Lost(String.valueOf(run.reason()));
            Progress progress = Progress.of(open.run(), plan,
                    new Fate.Over(lost, evidence.now(), evidence.now(), null));
            return new Change(progress.end(), List.of(progress.stepEnd()));
        });
    }

    private static Optional<Run> changed(NamespaceStore store, OpenRun open, StepPlan plan, Fate fate,
            Evidence evidence) {
        Run run = open.run();
        return switch (fate) {
            case Fate.Over over -> Optional.of(ended(run, over.outcome(), over.at(), over.usage()));
            // The next scheduler ends it; until then it does run.
            case Fate.Unknowable(String _, Instant at, boolean maybeLeft) when maybeLeft
                    && isLeft(Fate.step(run, plan), evidence.ledger()) ->
                started(run, at);
            case Fate.Unknowable(String why, Instant at, boolean maybeLeft) -> {
                boolean again = store.job(run.job()).filter(job -> isRunAgain(open, job.job())).isPresent();
                mendLog(store, run);
                String reason = maybeLeft ? why + "; nothing is left of it" : why;
                yield Optional.of(
                        again ? again(run, reason, at) : ended(run, new Outcome.Lost(reason), evidence.now(), null));
            }
            case Fate.GoesOn(Instant at) -> started(run, at);
            case Fate.AllDone(Instant at) -> Optional.of(run.ended(plan, at));
            case Fate.NeverLaunched _ -> Optional.empty();
        };
    }

    /// The keeper of a run of which nobody can know how it ended cannot put its log together any more.
    static void mendLog(NamespaceStore store, Run run) {
        TornLog.mend(store.folder().log(run.id(), Fate.attempt(run)));
    }

    /// Whether the next step of a run whose scheduler is gone was not launched yet.
    public static boolean waitsForScheduler(NamespaceStore store, Run run) {
        return Evidence.ledger(store).line(Fate.step(run, store.plan(run))).isEmpty();
    }

    private static boolean isLeft(AttemptId step, Ledger ledger) {
        return ledger.line(step).filter(line -> !line.survivors(step.run()).isEmpty()).isPresent();
    }

    static Optional<Run> started(Run run, Instant at) {
        return run.state() == RunState.QUEUED ? Optional.of(run.started(at)) : Optional.empty();
    }

    /// Whether a run of which nobody can know how it ended is run again. One that was to be ended is not.
    static boolean isRunAgain(OpenRun open, Job job) {
        return job.policies().delivery() == Delivery.AT_LEAST_ONCE && open.ending() == null;
    }

    /// A run that waits for another attempt.
    static Run again(Run run, String why, Instant startedAt) {
        return started(run, startedAt).orElse(run).again(why);
    }

    /// A run that ended although its start was never recorded started when it ended, as far as we know.
    static Run ended(Run run, Outcome outcome, Instant at, @Nullable Usage usage) {
        Run launched = run.startedAt() == null && !(outcome instanceof Outcome.Lost) ? run.started(at) : run;
        return launched.ended(outcome, at, usage);
    }
}
