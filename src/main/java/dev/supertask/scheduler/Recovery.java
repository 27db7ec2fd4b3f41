package dev.supertask.scheduler;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.supertask.job.Delivery;
import dev.supertask.job.Job;
import dev.supertask.keeper.Ledger;
import dev.supertask.keeper.TornLog;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.run.Usage;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OpenRun;
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
        Map<Run, CompletableFuture<Boolean>> changed = new LinkedHashMap<>();
        for (OpenRun open : evidence.orphans()) {
            change(store, open, evidence).ifPresent(run -> changed.put(run, store.update(run)));
        }
        // Its end may have come between the two looks; then it is not lost.
        return changed.entrySet().stream().filter(run -> run.getValue().join()).map(Map.Entry::getKey).toList();
    }

    private static Optional<Run> change(NamespaceStore store, OpenRun open, Evidence evidence) {
        Run run = open.run();
        return switch (Fate.of(open, evidence)) {
            case Fate.Over over -> Optional.of(ended(run, over.outcome(), over.at(), over.usage()));
            // The next scheduler ends it; until then it does run.
            case Fate.Unknowable(String _, Instant at, boolean maybeLeft) when maybeLeft
                    && isLeft(run, evidence.ledger()) ->
                started(run, at);
            case Fate.Unknowable(String why, Instant at, boolean maybeLeft) -> {
                boolean again = store.job(run.job()).filter(job -> isRunAgain(open, job.job())).isPresent();
                mendLog(store, run);
                String reason = maybeLeft ? why + "; nothing is left of it" : why;
                yield Optional.of(
                        again ? again(run, reason, at) : ended(run, new Outcome.Lost(reason), evidence.now(), null));
            }
            case Fate.GoesOn(Instant at) -> started(run, at);
            case Fate.NeverLaunched _ -> Optional.empty();
        };
    }

    /// The keeper of a run of which nobody can know how it ended cannot put its log together any more.
    static void mendLog(NamespaceStore store, Run run) {
        TornLog.mend(store.folder().log(run.id(), Fate.attempt(run)));
    }

    private static boolean isLeft(Run run, Ledger ledger) {
        String id = run.id().text();
        return ledger.line(id, Fate.attempt(run)).filter(line -> !line.survivors(id).isEmpty()).isPresent();
    }

    private static Optional<Run> started(Run run, Instant at) {
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
