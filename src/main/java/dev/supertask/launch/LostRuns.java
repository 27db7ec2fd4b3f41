package dev.supertask.launch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.supertask.keeper.Incarnation;
import dev.supertask.keeper.Ledger;
import dev.supertask.keeper.Survivors;
import dev.supertask.keeper.TornLog;
import dev.supertask.keeper.Trace;

/// Ends what is left of runs whose keeper died, and says what was found.
final class LostRuns {

    /// @param remains what was left of it at first, in words
    private record Found(Watch watch, Ledger.Line line, String remains) {}

    private LostRuns() {}

    /// Does so on a thread of its own.
    ///
    /// @param lost all of them, with the last news of each
    /// @param over told of each, and why nobody can know how it ended
    static void end(Map<Watch, Ledger.Line> lost, Duration killAfter, BiConsumer<Watch, String> over) {
        Thread.ofPlatform().daemon().name("supertask-lost").start(() -> {
            Map<Survivors, Found> all = new LinkedHashMap<>();
            lost.forEach((watch, line) -> {
                Survivors survivors = line.survivors(watch.attempt().run());
                all.put(survivors, new Found(watch, line, survivors.isEmpty() ? "" : words(survivors)));
            });
            Survivors.stop(List.copyOf(all.keySet()), killAfter, survivors -> {
                Found found = all.get(survivors);
                if (found != null) {
                    TornLog.mend(found.watch.log());
                    over.accept(found.watch, why(found, survivors));
                }
            });
        });
    }

    private static String why(Found found, Survivors survivors) {
        Incarnation keeper = found.line.keeper();
        if (!keeper.isOfThisBoot()) {
            return "the machine was restarted while it ran";
        }
        String death = "its keeper (process " + keeper.pid() + ") died while it "
                + (found.line.trace() instanceof Trace.Running ? "ran" : "was being started");
        if (!survivors.isEmpty()) {
            return death + "; " + words(survivors) + " could not be ended and is still running, unwatched";
        }
        if (found.remains.isEmpty()) {
            return death + "; nothing is left of it";
        }
        return death + "; what was left of it (" + found.remains + ") was "
                + (survivors.wasKilled() ? "killed" : "ended");
    }

    private static String words(Survivors survivors) {
        List<Long> pids = survivors.pids();
        return pids.size() == 1 ? "process " + pids.getFirst() : pids.size() + " processes";
    }
}
