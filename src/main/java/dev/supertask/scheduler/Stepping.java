package dev.supertask.scheduler;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.supertask.launch.Launcher;
import dev.supertask.run.Outcome;
import dev.supertask.run.Outputs;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.StepResult;
import dev.supertask.scheduler.Reports.Report;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.OutputFiles;
import dev.supertask.store.StepEnd;

/// Takes runs from the end of one step to the next one: the end is on the disk before the next one is launched, so that
/// a later scheduler knows where to go on.
final class Stepping {
    private static final int MOST_TOLD = 10;

    private final NamespaceFolder folder;
    private final Launcher launcher;
    private final List<StepEnd> ends = new ArrayList<>();
    private final List<Runnable> settle = new ArrayList<>();
    private final List<LiveRun> next = new ArrayList<>();

    Stepping(NamespaceFolder folder, Launcher launcher) {
        this.folder = folder;
        this.launcher = launcher;
    }

    /// A step of a run has ended.
    ///
    /// @return the run, where that was its last one; else it goes on once the end is [recorded][#ends]
    Optional<Run> ended(LiveRun run, Report.Ended report) {
        RunId id = run.run().id();
        int step = run.step();
        Outcome outcome = OutputFiles.explained(report.outcome(), folder.output(id, run.attempt(), step));
        settle(run);
        boolean ofOne = run.plan().isOfOne();
        Optional<StepResult> result = ofOne
                ? Optional.empty()
                : Optional.of(run.stepEnded(outcome, report.at(), report.usage()));
        result.ifPresent(end -> ends.add(new StepEnd(id, end)));
        Path log = folder.log(id, run.attempt());
        readOutputs(run, step, log);
        if (ofOne) {
            return Optional.of(run.ended(outcome, report.at(), report.usage()));
        }
        if (run.plan().next().isPresent()) {
            next.add(run);
            return Optional.empty();
        }
        StepLog.append(log, StepLog.skips(run.plan()));
        return Optional.of(run.ended(report.at()));
    }

    /// The end of the step that ran need not be known to the launcher any more, once it is recorded.
    void settle(LiveRun run) {
        RunId id = run.run().id();
        int attempt = run.attempt();
        int step = run.step();
        settle.add(() -> launcher.settled(id, attempt, step));
    }

    /// There was no step to launch in a run.
    Run nothingToLaunch(LiveRun run, Instant at) {
        StepLog.append(folder.log(run.run().id(), run.attempt()), StepLog.skips(run.plan()));
        return run.ended(at);
    }

    /// What cannot be read of what a step gave out fails no run, and is told in its log and in its reason.
    private void readOutputs(LiveRun run, int step, Path log) {
        Outputs outputs = OutputFiles.readEnded(folder, run.run().id(), run.attempt(), step);
        if (!outputs.mistakes().isEmpty()) {
            run.misreadOutputs(outputs.mistakes().size());
            List<String> told = outputs.mistakes().stream().limit(MOST_TOLD)
                    .map(mistake -> "SUPERTASK_OUTPUT: " + mistake).toList();
            StepLog.append(log, StepLog.notes(told));
        }
    }

    /// A run that an earlier scheduler left between two steps.
    void goOn(LiveRun run) {
        next.add(run);
    }

    /// Ends of steps that are still to be recorded.
    List<StepEnd> ends() {
        return List.copyOf(ends);
    }

    /// The ends are recorded.
    ///
    /// @return the runs whose next step can be launched
    List<LiveRun> recorded() {
        settle.forEach(Runnable::run);
        settle.clear();
        ends.clear();
        List<LiveRun> ready = List.copyOf(next);
        next.clear();
        return ready;
    }
}
