package dev.supertask.scheduler;

import java.util.Optional;

import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.run.StepPlan;
import dev.supertask.run.StepResult;
import dev.supertask.store.StepEnd;

/// How far a run is of which a step ended while no scheduler looked.
///
/// @param run the run, launched and not over
/// @param plan its steps, with that end
/// @param end the run, where that was its last step
record Progress(Run run, StepPlan plan, Optional<Run> end) {

    /// Whether the end of the step that ran is told apart from that of the run.
    static boolean isKept(Run run, StepPlan plan) {
        return !plan.isOfOne() && run.state() == RunState.RUNNING;
    }

    static Progress of(Run before, StepPlan plan, Fate.Over over) {
        Run run = Recovery.started(before, over.startedAt()).orElse(before);
        Outcome how = over.outcome();
        int step = plan.next().orElseThrow();
        StepPlan after = plan.with(new StepResult(run.attempt(), step, plan.step(step).name(), how.state(),
                how.exitCode(), how.reason(), over.startedAt(), over.at(), over.usage()));
        return new Progress(run, after,
                after.next().isPresent() ? Optional.empty() : Optional.of(run.ended(after, over.at())));
    }

    /// The end of that step.
    StepEnd stepEnd() {
        return new StepEnd(run.id(), plan.done().getLast());
    }
}
