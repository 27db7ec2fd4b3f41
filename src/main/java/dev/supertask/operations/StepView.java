package dev.supertask.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.run.StepPlan;
import dev.supertask.run.StepResult;
import org.jspecify.annotations.Nullable;

/// A step of a run's last attempt, as `show` shows it.
///
/// @param step its number, from 1
/// @param name its name
/// @param state a run's state; `queued` for one that is still to come
/// @param exitCode as of a run
/// @param reason what a person should know, or null
/// @param startedAt when it was launched, null where that is not known (yet)
/// @param finishedAt when it ended, null before that
public record StepView(int step, String name, RunState state, @Nullable Integer exitCode, @Nullable String reason,
        @Nullable Instant startedAt, @Nullable Instant finishedAt) {

    /// How long it took; empty where it was not launched or has not ended.
    public Optional<Duration> duration() {
        return startedAt == null || finishedAt == null
                ? Optional.empty()
                : Optional.of(Duration.between(startedAt, finishedAt));
    }

    /// All steps of a run; none of a job that has only one, without a name.
    ///
    /// @param waiting whether no scheduler is there to launch the next one
    static List<StepView> of(Run run, StepPlan plan, boolean waiting) {
        if (plan.isOfOne() || run.state() == RunState.SKIPPED || run.state() == RunState.MISSED) {
            return List.of();
        }
        int next = plan.next().orElse(plan.steps().size() + 1);
        return IntStream.rangeClosed(1, plan.steps().size()).mapToObj(number -> {
            String name = plan.step(number).name();
            Optional<StepResult> result = plan.result(number);
            if (result.isPresent()) {
                StepResult it = result.get();
                return new StepView(number, name, it.state(), it.exitCode(), it.reason(), it.startedAt(),
                        it.finishedAt());
            }
            if (number == next && run.state() == RunState.LOST) {
                return without(number, name, RunState.LOST, null);
            }
            if (number < next || run.state().ended()) {
                return without(number, name, RunState.SKIPPED, plan.whyPassedOver(number));
            }
            if (number == next && waiting) {
                return without(number, name, RunState.QUEUED, "waits for the next scheduler");
            }
            return without(number, name, number == next && run.state() == RunState.RUNNING
                    ? RunState.RUNNING
                    : RunState.QUEUED, null);
        }).toList();
    }

    private static StepView without(int number, String name, RunState state, @Nullable String reason) {
        return new StepView(number, name, state, null, reason, null, null);
    }
}
