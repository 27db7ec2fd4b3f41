package dev.supertask.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// How one step of an attempt ended. Kept for jobs whose steps have names; a step that was passed over has none.
///
/// @param attempt the number of the attempt, from 1
/// @param step the number of the step, from 1
/// @param name the step's name
/// @param state how it ended, in the words for runs
/// @param exitCode see [Outcome#exitCode()]
/// @param reason what a person should know, or null
/// @param startedAt when it was launched
/// @param finishedAt when it ended
/// @param usage what it took, or null where nobody measured that
public record StepResult(int attempt, int step, String name, RunState state, @Nullable Integer exitCode,
        @Nullable String reason, Instant startedAt, Instant finishedAt, @Nullable Usage usage) {

    /// Whether it ended as it should.
    public boolean succeeded() {
        return state == RunState.SUCCEEDED;
    }

    /// Whether later steps may follow: nobody decided to end the run, and how it ended is known.
    boolean mayBeFollowed() {
        return succeeded() || state == RunState.FAILED;
    }

    /// How long it ran.
    public Duration duration() {
        return Duration.between(startedAt, finishedAt);
    }

    /// The reason of a run whose first failure this is.
    Optional<String> reasonOfRun() {
        boolean decided = state == RunState.TIMED_OUT || state == RunState.STOPPED;
        return Optional.ofNullable(reason).map(why -> decided ? why : "step \"" + name + "\": " + why);
    }
}
