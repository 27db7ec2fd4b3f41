package dev.supertask.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// One execution of a job, or the record that an occurrence had none. Never changes after its end.
///
/// @param id unique in the store
/// @param job the job's name
/// @param version the version of the job that it runs
/// @param trigger why it exists
/// @param scheduledAt the occurrence it is for; null for a manual run
/// @param startedAt when it was launched, null before that
/// @param finishedAt when it ended, null before that
/// @param state where it is in its life
/// @param exitCode see [Outcome#exitCode()]
/// @param attempt the number of the last attempt, from 1; 0 where nothing was launched
/// @param reason what a person should know about its state, or null
/// @param host the machine it was launched on
/// @param usage what its last attempt took, or null where nobody measured that
/// @param cause what it was made from, besides its trigger
/// @param notBefore while it is queued: it is not launched before this moment; null for as soon as it may
public record Run(RunId id, String job, int version, Trigger trigger, @Nullable Instant scheduledAt,
        @Nullable Instant startedAt, @Nullable Instant finishedAt, RunState state, @Nullable Integer exitCode,
        int attempt, @Nullable String reason, String host, @Nullable Usage usage, Cause cause,
        @Nullable Instant notBefore) {

    /// A run of which nobody has measured what it takes, and that its trigger alone has made.
    public Run(RunId id, String job, int version, Trigger trigger, @Nullable Instant scheduledAt,
            @Nullable Instant startedAt, @Nullable Instant finishedAt, RunState state, @Nullable Integer exitCode,
            int attempt, @Nullable String reason, String host) {
        this(id, job, version, trigger, scheduledAt, startedAt, finishedAt, state, exitCode, attempt, reason, host,
                null, Cause.NONE, null);
    }

    /// An occurrence that is claimed and will be launched.
    public static Run queued(RunId id, String job, int version, Trigger trigger, @Nullable Instant scheduledAt,
            String host) {
        return new Run(id, job, version, trigger, scheduledAt, null, null, RunState.QUEUED, null, 0, null, host);
    }

    /// An occurrence that will never be launched.
    ///
    /// @param state [RunState#SKIPPED] or [RunState#MISSED]
    public static Run never(RunId id, String job, int version, Instant scheduledAt, RunState state, String reason,
            Instant now, String host) {
        return new Run(id, job, version, Trigger.SCHEDULE, scheduledAt, null, now, state, null, 0, reason, host);
    }

    /// The run of another version of its job.
    public Run ofVersion(int newVersion) {
        return new Run(id, job, newVersion, trigger, scheduledAt, startedAt, finishedAt, state, exitCode, attempt,
                reason, host, usage, cause, notBefore);
    }

    /// The same run with what it was made from.
    public Run from(Cause newCause) {
        return new Run(id, job, version, trigger, scheduledAt, startedAt, finishedAt, state, exitCode, attempt,
                reason, host, usage, newCause, notBefore);
    }

    /// The run, waiting, and why.
    public Run waiting(String why) {
        refuseAfterEnd();
        return new Run(id, job, version, trigger, scheduledAt, null, null, RunState.QUEUED, null, attempt, why, host,
                null, cause, notBefore);
    }

    /// The run, launched.
    public Run started(Instant now) {
        refuseAfterEnd();
        return new Run(id, job, version, trigger, scheduledAt, now, null, RunState.RUNNING, null, attempt + 1, null,
                host, null, cause, null);
    }

    /// The run, waiting for another attempt.
    ///
    /// @param why what happened to the last attempt
    public Run again(@Nullable String why) {
        return again(why, null);
    }

    /// The run, waiting for another attempt.
    ///
    /// @param why what happened to the last attempt
    /// @param earliest when it may begin, or null for at once
    public Run again(@Nullable String why, @Nullable Instant earliest) {
        refuseAfterEnd();
        return new Run(id, job, version, trigger, scheduledAt, null, null, RunState.QUEUED, null, attempt, why, host,
                null, cause, earliest);
    }

    /// The run, never to be launched, by a policy.
    public Run skipped(String why, Instant now) {
        return over(RunState.SKIPPED, now, null, why, null);
    }

    /// The run, ended.
    public Run ended(Outcome outcome, Instant now) {
        return ended(outcome, now, null);
    }

    /// The run, ended.
    ///
    /// @param took what its last attempt took, or null where nobody measured that
    public Run ended(Outcome outcome, Instant now, @Nullable Usage took) {
        return over(outcome.state(), now, outcome.exitCode(), outcome.reason(), took);
    }

    /// The run, ended as the first of its steps that did not end as it should, or well where there is none.
    ///
    /// @param plan its steps, all done
    public Run ended(StepPlan plan, Instant now) {
        Optional<StepResult> failure = plan.failure();
        return over(failure.map(StepResult::state).orElse(RunState.SUCCEEDED), now,
                failure.isEmpty() ? Integer.valueOf(0) : failure.get().exitCode(),
                failure.flatMap(StepResult::reasonOfRun).orElse(null), plan.usage());
    }

    private Run over(RunState end, Instant now, @Nullable Integer code, @Nullable String why, @Nullable Usage took) {
        refuseAfterEnd();
        return new Run(id, job, version, trigger, scheduledAt, startedAt, now, end, code, attempt, why, host, took,
                cause, null);
    }

    /// The run with something more to know about it.
    public Run noting(String what) {
        return new Run(id, job, version, trigger, scheduledAt, startedAt, finishedAt, state, exitCode, attempt,
                reason == null ? what : reason + "; " + what, host, usage, cause, notBefore);
    }

    /// When it is to be launched: at its occurrence, or, where it has none, as soon as it was asked for; another
    /// attempt when it may begin.
    public Instant dueAt() {
        return notBefore != null ? notBefore : scheduledAt != null ? scheduledAt : id.time();
    }

    /// Whether its schedule alone has made it, so that it comes again where its claim is undone.
    public boolean isOfSchedule() {
        return switch (trigger) {
            case SCHEDULE, CATCH_UP, START_UP -> true;
            case MANUAL, AFTER -> false;
        };
    }

    /// How long it ran; empty where it was not launched or has not ended.
    public Optional<Duration> duration() {
        return startedAt == null || finishedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, finishedAt));
    }

    /// When it was over: its end, or its occurrence, where the clock was set back behind that meanwhile; empty while
    /// it goes on.
    public Optional<Instant> overAt() {
        Instant end = finishedAt;
        return end != null && scheduledAt != null && end.isBefore(scheduledAt)
                ? Optional.of(scheduledAt)
                : Optional.ofNullable(end);
    }

    private void refuseAfterEnd() {
        if (state.ended()) {
            throw new IllegalStateException("run " + id + " has ended: " + state.word());
        }
    }
}
