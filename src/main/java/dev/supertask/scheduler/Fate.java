package dev.supertask.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.supertask.keeper.AttemptId;
import dev.supertask.keeper.Exit;
import dev.supertask.keeper.Failure;
import dev.supertask.keeper.Incarnation;
import dev.supertask.keeper.Ledger;
import dev.supertask.keeper.Trace;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.run.StepPlan;
import dev.supertask.run.Usage;
import dev.supertask.store.OpenRun;
import org.jspecify.annotations.Nullable;

/// What became of an open run whose process of record is gone, as far as the keeper's journal tells.
sealed interface Fate {

    /// It was claimed, and never launched.
    ///
    /// @param maybeAsked whether a living keeper may still have the request before it, unread
    record NeverLaunched(boolean maybeAsked) implements Fate {}

    /// It goes on; a living keeper watches it.
    record GoesOn(Instant startedAt) implements Fate {}

    /// All its steps are over, and only that it is was not recorded.
    record AllDone(Instant at) implements Fate {}

    /// It is over, or the step of it is that was the next one.
    ///
    /// @param startedAt when it was launched, as far as that is known
    record Over(Outcome outcome, Instant startedAt, Instant at, @Nullable Usage usage) implements Fate {}

    /// It was launched, or may have been, and nobody can know how it ended.
    ///
    /// @param startedAt when it was launched, or was about to be
    /// @param maybeLeft whether something of it may still run, on this boot of the machine
    record Unknowable(String why, Instant startedAt, boolean maybeLeft) implements Fate {}

    /// Looks one up.
    ///
    /// @param plan its steps; what is looked up is the next one
    /// @param evidence of all runs of its namespace
    static Fate of(OpenRun open, StepPlan plan, Evidence evidence) {
        Run run = open.run();
        if (isAllDone(plan)) {
            return new AllDone(plan.done().getLast().finishedAt());
        }
        AttemptId id = step(run, plan);
        Ledger ledger = evidence.ledger();
        boolean otherBoot = Evidence.isOfAnotherBoot(open);
        return switch (ledger.trace(id)) {
            case Trace.Ended(Exit exit, Instant at) -> new Over(decided(open, outcome(exit)), start(id, ledger, at), at,
                    new Usage(Duration.ofNanos(exit.cpuMicros() * 1000), exit.maxRssKib()));
            case Trace.Failed(Failure failure, Instant at) ->
                new Over(decided(open, new Outcome.NotStarted(failure.status(), failure.why())), at, at, null);
            case Trace.Running(_, _, Instant at, _) -> launched(run, id, ledger, at, otherBoot);
            case Trace.Intended(Instant at) -> launched(run, id, ledger, at, otherBoot);
            case Trace.Unknown _ when isQueued(run) && evidence.wasNeverLaunched(open) ->
                new NeverLaunched(!otherBoot && ledger.keeperLives());
            case Trace.Unknown _ when !plan.done().isEmpty() && !otherBoot && isJournalOfThisBoot(ledger) ->
                new NeverLaunched(ledger.keeperLives());
            case Trace.Unknown _ -> new Unknowable(otherBoot
                    ? restarted(run)
                    : "supertask process " + open.runner().pid() + " died while it ran", startOf(run, evidence.now()),
                    false);
        };
    }

    /// Whether all steps of a run are over.
    static boolean isAllDone(StepPlan plan) {
        return !plan.done().isEmpty() && plan.next().isEmpty();
    }

    /// The number of the attempt that is going on, or was about to be.
    static int attempt(Run run) {
        return isQueued(run) ? run.attempt() + 1 : run.attempt();
    }

    /// The step that is going on, or was about to be.
    static AttemptId step(Run run, StepPlan plan) {
        return new AttemptId(run.id().text(), attempt(run), plan.next().orElse(1));
    }

    /// Only a keeper writes down what it starts before it does.
    private static boolean isJournalOfThisBoot(Ledger ledger) {
        return ledger.keeper().filter(Incarnation::isOfThisBoot).isPresent();
    }

    private static Instant start(AttemptId id, Ledger ledger, Instant otherwise) {
        return ledger.line(id).flatMap(line -> Optional.ofNullable(line.start())).map(Trace.Running::at)
                .orElse(otherwise);
    }

    private static Fate launched(Run run, AttemptId id, Ledger ledger, Instant at, boolean otherBoot) {
        if (!otherBoot && ledger.isOfLivingKeeper(id)) {
            return new GoesOn(at);
        }
        String keeper = ledger.line(id).map(line -> " (process " + line.keeper().pid() + ")").orElse("");
        return otherBoot
                ? new Unknowable(restarted(run), at, false)
                : new Unknowable("its keeper" + keeper + " died while it ran", at, true);
    }

    private static boolean isQueued(Run run) {
        return run.state() == RunState.QUEUED;
    }

    private static Instant startOf(Run run, Instant otherwise) {
        return run.startedAt() == null ? otherwise : run.startedAt();
    }

    private static Outcome outcome(Exit exit) {
        return exit.signal() == 0 ? new Outcome.Exited(exit.status()) : new Outcome.Signalled(exit.signal());
    }

    private static Outcome decided(OpenRun open, Outcome outcome) {
        Outcome.@Nullable Ending ending = open.ending();
        return ending == null ? outcome : new Outcome.Ended(ending, outcome);
    }

    private static String restarted(Run run) {
        return isQueued(run)
                ? "the machine was restarted, and nobody can know whether it had started"
                : "the machine was restarted while it ran";
    }
}
