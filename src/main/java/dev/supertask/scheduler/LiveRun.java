package dev.supertask.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import dev.supertask.job.Delivery;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.Trigger;
import dev.supertask.run.Usage;
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

    private LiveRun(ActiveJob job, Run run) {
        this.job = job;
        this.run = run;
    }

    /// One that is to be launched at its occurrence.
    static LiveRun claimed(ActiveJob job, Run run) {
        return new LiveRun(job, run);
    }

    /// One that an earlier scheduler claimed and that is to be launched now. It may have asked for that already.
    static LiveRun claimedEarlier(ActiveJob job, Run run) {
        LiveRun claimed = new LiveRun(job, run);
        claimed.maybeAsked = true;
        return claimed;
    }

    /// One that an earlier scheduler launched, and that goes on.
    ///
    /// @param ending the decision to end it, if that was made already
    static LiveRun adopted(ActiveJob job, Run run, Outcome.@Nullable Ending ending) {
        LiveRun adopted = new LiveRun(job, run);
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
        return Objects.requireNonNull(run.scheduledAt());
    }

    /// Whether it waits for an earlier run of its job, whatever overlap says: what is caught up or tried again
    /// runs one after another, and what may have been asked for already is neither skipped nor given back.
    boolean waitsItsTurn() {
        return maybeAsked || run.trigger() == Trigger.CATCH_UP || run.trigger() == Trigger.START_UP
                || run.attempt() > 0;
    }

    /// Whether its claim can be undone, unless it is [launched][#isLaunched].
    boolean mayBeGivenBack() {
        return !maybeAsked && run.attempt() == 0;
    }

    /// The number of the attempt that is launched next.
    int nextAttempt() {
        return run.attempt() + 1;
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

    private @Nullable Instant deadlineFrom(Instant start) {
        Duration timeout = job.job.policies().timeout();
        return timeout == null ? null : start.plus(timeout);
    }

    /// A decision of ours to end it outranks what it then ended with.
    Run ended(Outcome outcome, Instant at, @Nullable Usage usage) {
        if (run.startedAt() == null) {
            started(at);
        }
        run = run.ended(ending == null ? outcome : new Outcome.Ended(ending, outcome), at, usage);
        job.free(run);
        return run;
    }

    /// Whether an end that nobody knows means another attempt.
    boolean isTriedAgainAfter(Outcome outcome) {
        return outcome instanceof Outcome.Lost && ending == null
                && job.job.policies().delivery() == Delivery.AT_LEAST_ONCE;
    }

    /// Its last attempt was lost; there will be another one, until then its job is busy with it. One that was lost before its start was told counts too,
    /// for keepers never start the same attempt twice.
    Run again(Outcome lost, Instant at) {
        if (run.startedAt() == null) {
            started(at);
        }
        run = run.again(lost.reason());
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
