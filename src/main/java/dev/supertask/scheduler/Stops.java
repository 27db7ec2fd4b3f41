package dev.supertask.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.supertask.launch.Launcher;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunState;
import dev.supertask.store.NamespaceStore;

/// Ends runs. The decision is on the disk before the signal is sent.
record Stops(NamespaceStore store, Launcher launcher) {
    void end(LiveRun run, Outcome.Ending ending, boolean atOnce) {
        store.decideEnd(run.run().id(), ending).join();
        run.decide(ending);
        launcher.stop(run.run().id(), atOnce ? Duration.ZERO : run.job.job.policies().killAfter());
    }

    /// Ends those whose time is over.
    void endWhatTookTooLong(Collection<LiveRun> live, Instant now) {
        for (LiveRun run : List.copyOf(live)) {
            run.exceededTimeout(now).ifPresent(limit -> end(run, LiveRun.timedOut(limit), false));
        }
    }

    /// Ends all that are not being ended already.
    void endAll(Collection<LiveRun> live, String why, boolean atOnce) {
        for (LiveRun run : List.copyOf(live)) {
            if (!run.isEnding()) {
                end(run, new Outcome.Ending(RunState.STOPPED, why), atOnce);
            } else if (atOnce) {
                launcher.stop(run.run().id(), Duration.ZERO);
            }
        }
    }

    /// Ends again what an earlier scheduler had decided to end.
    void goOn(List<LiveRun> decided) {
        decided.forEach(run -> launcher.stop(run.run().id(), run.job.job.policies().killAfter()));
    }
}
