package dev.supertask.scheduler;

import dev.supertask.job.Job;
import dev.supertask.launch.Commands;
import dev.supertask.launch.Launch;
import dev.supertask.launch.LogForms;
import dev.supertask.launch.RunFacts;
import dev.supertask.launch.UnlaunchableException;
import dev.supertask.run.Run;
import dev.supertask.store.NamespaceFolder;

/// Turns a claimed run into a request to launch its next attempt.
final class Launches {
    private Launches() {}

    /// What an earlier scheduler asked for.
    static Launch earlier(LiveRun live, NamespaceFolder folder) {
        Run run = live.run();
        return Launch.earlier(run.id(), run.attempt(), folder.log(run.id(), run.attempt()));
    }

    /// The request.
    ///
    /// @throws UnlaunchableException if nothing says how to run its step
    static Launch of(LiveRun live, NamespaceFolder folder, Settings settings) throws UnlaunchableException {
        Run run = live.run();
        Job job = live.job.job;
        int attempt = live.nextAttempt();
        RunFacts facts = new RunFacts(folder.id(), job.name(), run.id(), attempt, run.trigger(), run.scheduledAt(),
                job.zone(), live.job.lastSuccess().orElse(null));
        return new Launch(run.id(), attempt, Commands.of(job.steps().getFirst(), settings.environment(), facts),
                folder.log(run.id(), attempt), LogForms.of(job.policies().log(), job.zone()));
    }
}
