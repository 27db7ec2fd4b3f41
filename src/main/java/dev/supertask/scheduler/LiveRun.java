package dev.supertask.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.supertask.job.Delivery;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.run.StepPlan;
import dev.supertask.run.StepResult;
import dev.supertask.run.Trigger;
import dev.supertask.run.Usage;
import dev.supertask.schedule.DurationText;
import org.jspecify.annotations.Nullable;

/// A run between its claim and its end, as its scheduler sees it.
final class LiveRun {
    final ActiveJob job;
    // Launcher threads read it, only to say whose output they have.
    private volatile Run run;
    private boolean launched;
    private boolean maybeAsked;
    private @Nullable Instant deadline;
    private Outcome.@Nullable Ending ending;
    private StepPlan plan;
    private @Nullable Instant stepStarted;
    private int misreadOutputs;

    private LiveRun(ActiveJob job, Run run, StepPlan plan) {
        this.job = job;
        this.run = run;
        this.plan = plan;
    }

    /// One that is to be launched at its occurrence.
    static LiveRun claimed(ActiveJob job, Run run) {
        return claimed(job, run, new StepPlan(job.job.steps(), List.of()));
    }

    /// One that is to be launched, with the steps of the version that it runs.
    static LiveRun claimed(ActiveJob job, Run run, StepPlan plan) {
        return new LiveRun(job, run, plan);
    }

    /// One that an earlier scheduler claimed and that is to be launched now. It may have asked for that already.
    static LiveRun claimedEarlier(ActiveJob job, Run run, StepPlan plan) {
        LiveRun claimed = new LiveRun(job, run, plan);
        claimed.maybeAsked = true;
        return claimed;
    }

    /// One that an earlier scheduler launched, and that goes on.
    ///
    /// @param ending the decision to end it, if that was made already
    /// @param plan the next step of which goes on, or is still to be launched
    static LiveRun adopted(ActiveJob job, Run run, Outcome.@Nullable Ending ending, StepPlan plan) {
        LiveRun adopted = new LiveRun(job, run, plan);
        adopted.launched = true;
        adopted.ending = ending;
        adopted.deadline = adopted.deadlineFrom(Objects.requireNonNull(run.startedAt()));
        job.busy(run);
        return adopted;
    }

    Run run() {
        return run;
    }

    /// When it is to be launched.
    Instant dueAt() {
        return run.dueAt();
    }

    /// Whether it waits for an earlier run of its job, whatever overlap says: what is caught up or tried again
    /// runs one after another, and what may have been asked for already is neither skipped nor given back.
    boolean waitsItsTurn() {
        return maybeAsked || run.trigger() == Trigger.CATCH_UP || run.trigger() == Trigger.START_UP
                || run.attempt() > 0;
    }

    /// Whether its claim can be undone, unless it is [launched][#isLaunched].
    boolean mayBeGivenBack() {
        return !maybeAsked && run.attempt() == 0 && run.isOfSchedule();
    }

    /// The number of the attempt that goes on or is launched next.
    int attempt() {
        return run.state() == RunState.RUNNING ? run.attempt() : run.attempt() + 1;
    }

    /// What there is to launch, and how that which was launched has ended.
    StepPlan plan() {
        return plan;
    }

    /// The number of the step that goes on or is launched next.
    int step() {
        return plan.next().orElse(1);
    }

    /// It will be launched as soon as there is room.
    void launching() {
        job.busy(run);
    }

    /// It is with the launcher.
    void launched() {
        launched = true;
    }

    boolean isLaunched() {
        return launched;
    }

    Run started(Instant at) {
        run = run.started(at);
        deadline = deadlineFrom(at);
        job.busy(run);
        return run;
    }

    /// A step runs.
    void stepStarted(Instant at) {
        stepStarted = at;
    }

    /// The step that ran has ended. A decision of ours to end the run outranks what it then ended with.
    StepResult stepEnded(Outcome outcome, Instant at, @Nullable Usage usage) {
        int step = step();
        if (run.startedAt() == null) {
            started(at);
        }
        Outcome how = ending == null ? outcome : new Outcome.Ended(ending, outcome);
        StepResult result = new StepResult(run.attempt(), step, plan.step(step).name(), how.state(), how.exitCode(),
                how.reason(), stepStarted == null ? at : stepStarted, at, usage);
        plan = plan.with(result);
        stepStarted = null;
        return result;
    }

    /// All its steps are done.
    Run ended(Instant at) {
        if (run.startedAt() == null) {
            started(at);
        }
        return over(run.ended(plan, at));
    }

    /// Some of what it gave out could not be read.
    void misreadOutputs(int mistakes) {
        misreadOutputs += mistakes;
    }

    private Run over(Run ended) {
        run = misreadOutputs == 0
                ? ended
                : ended.noting("what it wrote to SUPERTASK_OUTPUT could not all be read: see the end of its log");
        job.free(run);
        return run;
    }

    private @Nullable Instant deadlineFrom(Instant start) {
        Duration timeout = job.job.policies().timeout();
        return timeout == null ? null : start.plus(timeout);
    }

    /// A decision of ours to end it outranks what it then ended with.
    Run ended(Outcome outcome, Instant at, @Nullable Usage usage) {
        if (run.startedAt() == null) {
            started(at);
        }
        return over(run.ended(ending == null ? outcome : new Outcome.Ended(ending, outcome), at, usage));
    }

    /// Whether an end that nobody knows means another attempt.
    boolean isTriedAgainAfter(Outcome outcome) {
        return outcome instanceof Outcome.Lost && ending == null
                && job.job.policies().delivery() == Delivery.AT_LEAST_ONCE;
    }

    /// Its last attempt was lost; there will be another one, until then its job is busy with it. One that was lost
    /// before its start was told counts too, for keepers never start the same attempt twice.
    Run again(Outcome lost, Instant at) {
        if (run.startedAt() == null) {
            started(at);
        }
        run = run.again(lost.reason());
        plan = new StepPlan(plan.steps(), List.of());
        launched = false;
        deadline = null;
        return run;
    }

    Run skipped(String why, Instant at) {
        run = run.skipped(why, at);
        return run;
    }

    /// When it will have taken too long; empty when it may take as long as it likes, or is being ended.
    Optional<Instant> deadline() {
        return ending == null ? Optional.ofNullable(deadline) : Optional.empty();
    }

    /// Its timeout, if that is over now and nobody has decided to end it yet.
    Optional<Duration> exceededTimeout(Instant now) {
        return deadline().filter(limit -> !limit.isAfter(now))
                .flatMap(_ -> Optional.ofNullable(job.job.policies().timeout()));
    }

    /// The decision to end one that has exceeded its timeout.
    static Outcome.Ending timedOut(Duration timeout) {
        return new Outcome.Ending(RunState.TIMED_OUT,
                "took longer than its timeout of " + DurationText.write(timeout));
    }

    /// The deadline is a distance from the start, not a reading of the clock.
    void clockJumped(Duration jump) {
        deadline = deadline == null ? null : deadline.plus(jump);
    }

    boolean isEnding() {
        return ending != null;
    }

    void decide(Outcome.Ending decision) {
        ending = decision;
    }
}
