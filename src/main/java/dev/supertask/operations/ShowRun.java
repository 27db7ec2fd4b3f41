package dev.supertask.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.run.Advance;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.scheduler.Recovery;
import dev.supertask.store.RunFilter;

/// Shows everything about one run.
public final class ShowRun {
    private ShowRun() {}

    /// Everything about a run.
    ///
    /// @param run its record
    /// @param log the log of its last attempt; there is no such file before the first byte
    /// @param outputs what its last attempt gave out so far
    /// @param progress how far it is, as it says itself
    /// @param steps those of its last attempt; none of a job that has only one, without a name
    public record Detail(Run run, Path log, Map<String, String> outputs, Optional<Advance> progress,
            List<StepView> steps) {
        /// Copies the list.
        public Detail {
            steps = List.copyOf(steps);
        }
    }

    /// The run of that id.
    public static Optional<Detail> answer(Desk desk, RunId id) {
        Recovery.settle(desk.store(), desk.now());
        return desk.store().run(id).map(run -> detail(desk, run));
    }

    /// The last run of a job that was launched, else its last record; empty when it has none.
    public static Optional<Detail> lastOf(Desk desk, String job) {
        Recovery.settle(desk.store(), desk.now());
        return desk.store().job(job).map(stored -> stored.row())
                .flatMap(row -> Optional.ofNullable(desk.store().lastLaunched(List.of(row)).get(row.id()))
                        .or(() -> desk.store().runs(RunFilter.ofJob(job, 1)).stream().findFirst()))
                .map(run -> detail(desk, run));
    }

    private static Detail detail(Desk desk, Run run) {
        return new Detail(run, desk.store().folder().log(run.id(), run.attempt()), desk.outputs(run),
                desk.progress(run),
                StepView.of(run, desk.store().plan(run), isBetweenSteps(desk, run)));
    }

    /// A step that runs outlives its scheduler; the next one is not launched without one.
    private static boolean isBetweenSteps(Desk desk, Run run) {
        return run.state() == RunState.RUNNING && desk.store().openRuns().stream()
                .anyMatch(open -> open.run().id().equals(run.id()) && !open.runner().alive())
                && Recovery.waitsForScheduler(desk.store(), run);
    }
}
