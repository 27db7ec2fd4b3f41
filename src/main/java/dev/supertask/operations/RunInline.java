package dev.supertask.operations;

import java.time.Instant;

import dev.supertask.job.Job;
import dev.supertask.job.Namespace;
import dev.supertask.problem.Refusal;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.store.ProcessIdentity;

/// Records an inline `once` command, which its own process runs: the namespace is held only for the moment
/// of each record, so that any number of such commands run beside each other and beside a scheduler.
public final class RunInline {
    private RunInline() {}

    /// Stores the job and claims its one occurrence, which is now.
    ///
    /// @param namespace who it is, if it is new
    /// @param runner the process that runs the command and will report its end
    /// @throws Refusal if a timetable's job has that name
    public static Run begin(Desk desk, Namespace namespace, Job job, ProcessIdentity runner, RunId id) {
        Run run = desk.store().beginInline(job, runner, id, desk.now(), desk.host());
        Card.refreshInline(desk, namespace);
        return run;
    }

    /// Records the end.
    ///
    /// @return the run as it ended
    public static Run end(Desk desk, RunId id, Outcome outcome, Instant at) {
        Run run = desk.store().run(id).orElseThrow(() -> Refusal.failed("run " + id + " is not in the store", null));
        if (run.state().ended()) {
            return run;
        }
        Run ended = run.ended(outcome, at);
        desk.store().update(ended).join();
        return ended;
    }
}
