package dev.supertask.scheduler;

import java.nio.file.Path;
import java.time.Instant;

import dev.supertask.job.Job;
import dev.supertask.job.Step;
import dev.supertask.keeper.CrashPoint;
import dev.supertask.launch.Commands;
import dev.supertask.launch.Launch;
import dev.supertask.launch.Launcher;
import dev.supertask.launch.LogForms;
import dev.supertask.launch.RunFacts;
import dev.supertask.launch.StepVariables;
import dev.supertask.launch.UnlaunchableException;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.StepPlan;
import dev.supertask.run.StepResult;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OutputFiles;

/// Has the next step of a run launched, the first one or a later one.
record Launches(NamespaceStore store, NamespaceFolder folder, Launcher launcher, Reports reports, Settings settings) {
    // What a shell exits with when SIGTERM ended a program.
    private static final int TERMINATED = 143;

    /// What an earlier scheduler asked for.
    Launch earlier(LiveRun live) {
        RunId run = live.run().id();
        return Launch.earlier(run, live.attempt(), live.step(), folder.log(run, live.attempt()));
    }

    /// Asks for it. What cannot be launched is reported like what a launcher cannot start.
    void launch(LiveRun live, Instant now) {
        live.launched();
        Run run = live.run();
        StepPlan plan = live.plan();
        if (plan.next().isEmpty()) {
            reports.add(new Reports.Report.NothingToLaunch(run.id(), now));
            return;
        }
        if (!plan.done().isEmpty()) {
            // Where its time is over already, no later step is started only to be ended.
            live.exceededTimeout(now).ifPresent(limit -> live.decide(LiveRun.timedOut(limit)));
        }
        if (live.isEnding()) {
            end(live, new Outcome.NotStarted(TERMINATED, "stopped before it was started"), now);
            return;
        }
        int number = plan.next().get();
        Path log = folder.log(run.id(), live.attempt());
        String heading = StepLog.heading(plan);
        try {
            CrashPoint.BEFORE_LAUNCH.reachIf(true);
            launcher.launch(launch(live, number, log, heading), reports.watcher(live));
            CrashPoint.AFTER_LAUNCH.reachIf(true);
        } catch (UnlaunchableException e) {
            if (!heading.isEmpty()) {
                StepLog.append(log, heading + "supertask: " + e.getMessage() + "\n");
            }
            end(live, e.outcome(), now);
        }
    }

    private void end(LiveRun live, Outcome outcome, Instant now) {
        reports.add(new Reports.Report.Ended(live.run().id(), outcome, now, null));
    }

    private Launch launch(LiveRun live, int number, Path log, String heading) throws UnlaunchableException {
        Run run = live.run();
        Job job = live.job.job;
        int attempt = live.attempt();
        Step step = live.plan().step(number);
        RunFacts facts = new RunFacts(folder.id(), job.name(), run.id(), attempt, run.trigger(), run.scheduledAt(),
                job.zone(), live.job.lastSuccess().orElse(null));
        StepVariables variables = variables(live, number, step);
        return new Launch(run.id(), attempt, number,
                Commands.of(step, settings.environment(), facts).with(variables.all()), log,
                LogForms.of(job.policies().log(), job.zone()), heading + StepLog.notes(variables.leftOut()));
    }

    private StepVariables variables(LiveRun live, int number, Step step) {
        StepVariables variables = new StepVariables(step, folder.output(live.run().id(), live.attempt(), number),
                folder.progress(live.run().id(), live.attempt()));
        variables.drivers(folder.path());
        for (StepResult before : live.plan().done()) {
            Path file = folder.output(live.run().id(), live.attempt(), before.step());
            variables.add(before.name(), OutputFiles.read(file), file);
        }
        for (RunId id : live.run().cause().upstream()) {
            store.run(id).ifPresent(run -> variables.addUpstream(run,
                    OutputFiles.of(folder, id, run.attempt()), folder.runFolder(id)));
        }
        return variables;
    }
}
