package dev.supertask.scheduler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.Usage;
import dev.supertask.scheduler.Reports.Report;

/// Takes in what launchers have told of runs, and decides what becomes of these.
///
/// @param live the runs between claim and end; those that are over are taken out
record Arrivals(Reports reports, Stepping stepping, Map<RunId, LiveRun> live, LaunchQueue launches, Agenda agenda) {
    /// Takes in what has come.
    ///
    /// @param startNothing whether nothing is launched any more
    /// @return the runs whose records change
    List<Run> take(boolean startNothing) {
        List<Run> changed = new ArrayList<>();
        for (Optional<Report> report = reports.next(); report.isPresent(); report = reports.next()) {
            LiveRun run = live.get(report.get().run());
            if (run != null) {
                become(run, report.get(), startNothing).ifPresent(changed::add);
            }
        }
        return changed;
    }

    private Optional<Run> become(LiveRun run, Report report, boolean startNothing) {
        return switch (report) {
            case Report.Started(RunId _, Instant at) -> {
                run.stepStarted(at);
                // Also of a later step, and again of what goes on from an earlier scheduler.
                yield run.run().startedAt() == null ? Optional.of(run.started(at)) : Optional.empty();
            }
            case Report.Ended(RunId id, Outcome outcome, Instant at, Usage _) when run.isTriedAgainAfter(outcome) -> {
                stepping.settle(run);
                Run again = run.again(outcome, at);
                if (startNothing) {
                    live.remove(id); // the next scheduler will find it
                }
                yield Optional.of(again);
            }
            case Report.Ended ended -> over(run, stepping.ended(run, ended));
            case Report.NothingToLaunch(RunId _, Instant at) ->
                over(run, Optional.of(stepping.nothingToLaunch(run, at)));
        };
    }

    private Optional<Run> over(LiveRun run, Optional<Run> ended) {
        ended.ifPresent(it -> {
            live.remove(it.id());
            launches.freed(run.job);
            it.overAt().ifPresent(at -> agenda.over(run.job, at));
        });
        return ended;
    }
}
