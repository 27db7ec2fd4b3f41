package dev.supertask.scheduler;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import dev.supertask.job.Job;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.schedule.Frame;
import dev.supertask.store.StoredJob;
import org.jspecify.annotations.Nullable;

/// A job that a scheduler looks after: its definition, and where it is now.
final class ActiveJob {
    final long id;
    final Job job;
    final int version;

    private Frame frame;
    private Instant plannedThrough;
    private @Nullable Instant next;
    private String bootId;
    private @Nullable Run live;
    private final Deque<LiveRun> backlog = new ArrayDeque<>();
    private @Nullable Instant lastSuccess;

    ActiveJob(StoredJob stored, Frame frame, @Nullable Instant lastSuccess) {
        id = stored.row().id();
        job = stored.job();
        version = stored.row().version();
        this.frame = frame;
        plannedThrough = stored.row().plan().plannedThrough();
        next = stored.row().plan().nextAt();
        bootId = stored.row().plan().bootId();
        this.lastSuccess = lastSuccess;
    }

    /// What its schedules are read against now.
    Frame frame() {
        return live().isEmpty() ? frame : frame.withIdleSince(null);
    }

    /// Its last run has ended, or nothing is known of it: what counts from there is planned anew.
    void idleSince(@Nullable Instant end) {
        frame = frame.withIdleSince(end);
        next = job.next(plannedThrough, frame()).orElse(null);
    }

    Instant plannedThrough() {
        return plannedThrough;
    }

    Optional<Instant> next() {
        return Optional.ofNullable(next);
    }

    String bootId() {
        return bootId;
    }

    void planned(Instant through, @Nullable Instant newNext) {
        plannedThrough = through;
        next = newNext;
    }

    /// An occurrence is due again, as in the database.
    void givenBack(Instant slot) {
        if (!plannedThrough.isBefore(slot)) {
            planned(slot.minus(1, ChronoUnit.MICROS), slot);
        }
    }

    void booted(String boot) {
        bootId = boot;
    }

    /// The run that keeps the next occurrence from being launched: overlap is skipped.
    Optional<Run> live() {
        return Optional.ofNullable(live).or(() -> Optional.ofNullable(backlog.peek()).map(LiveRun::run));
    }

    /// What is due and waits for the live run to end, oldest first.
    Deque<LiveRun> backlog() {
        return backlog;
    }

    /// Has a run wait for the live one to end, if there is one. One that was launched before goes first.
    void await(LiveRun run) {
        if (run.run().attempt() > 0) {
            backlog.addFirst(run);
        } else {
            backlog.addLast(run);
        }
    }

    /// Whether a run of it is with the launcher.
    boolean isBusy() {
        return live != null;
    }

    void busy(Run run) {
        live = run;
    }

    void idle() {
        live = null;
    }

    void free(Run ended) {
        idle();
        if (ended.state() == RunState.SUCCEEDED) {
            lastSuccess = ended.startedAt();
        }
    }

    Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }
}
