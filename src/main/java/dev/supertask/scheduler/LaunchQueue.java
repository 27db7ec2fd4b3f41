package dev.supertask.scheduler;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

import dev.supertask.run.Run;

/// Runs between their claim and their launch. At its time a run is due: it is skipped where an earlier run of
/// its job goes on, unless it waits its turn in its job's backlog; else it is launched, as soon as there is room.
final class LaunchQueue {
    private final PriorityQueue<LiveRun> claimed = new PriorityQueue<>(
            Comparator.comparing(LiveRun::dueAt).thenComparing(run -> run.run().id()));
    private final Deque<LiveRun> ready = new ArrayDeque<>();

    void add(LiveRun run) {
        claimed.add(run);
    }

    /// Launches another attempt, before whatever else of its job waits. That the last one is over is on the disk by
    /// now: else the next scheduler would come to the same decision, and know nothing of this attempt.
    void again(LiveRun run) {
        run.job.idle();
        run.job.backlog().addFirst(run);
        freed(run.job);
    }

    /// When the next one is due.
    Optional<Instant> nextDue() {
        return Optional.ofNullable(claimed.peek()).map(LiveRun::dueAt);
    }

    boolean isDue(Instant now) {
        return nextDue().filter(due -> !due.isAfter(now)).isPresent();
    }

    /// Takes out what was claimed ahead and has been due since before an instant: nobody was there at its time.
    List<LiveRun> takeMissed(Instant before) {
        List<LiveRun> missed = claimed.stream().filter(run -> !run.waitsItsTurn() && run.dueAt().isBefore(before))
                .toList();
        claimed.removeAll(missed);
        return missed;
    }

    /// Decides on what is due.
    ///
    /// @return the runs that are skipped
    List<Run> decide(Instant now) {
        List<Run> skipped = new ArrayList<>();
        while (nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
            LiveRun run = claimed.remove();
            Optional<Run> before = run.job.live();
            if (run.waitsItsTurn()) {
                run.job.await(run);
                freed(run.job);
            } else if (before.isEmpty()) {
                makeReady(run);
            } else {
                skipped.add(run.skipped(Overlap.reason(run.job, before.get(), now), now));
            }
        }
        return skipped;
    }

    /// A job's run has ended: the next of its backlog has its turn.
    void freed(ActiveJob job) {
        if (!job.isBusy() && !job.backlog().isEmpty()) {
            makeReady(job.backlog().remove());
        }
    }

    private void makeReady(LiveRun run) {
        run.launching();
        ready.add(run);
    }

    /// The next run to launch.
    Optional<LiveRun> poll() {
        return Optional.ofNullable(ready.poll());
    }

    void clear() {
        claimed.clear();
        ready.clear();
    }
}
