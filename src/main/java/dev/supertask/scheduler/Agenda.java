package dev.supertask.scheduler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// The jobs that have a next occurrence, the soonest first.
final class Agenda {
    private final PriorityQueue<ActiveJob> byNext = new PriorityQueue<>(
            Comparator.comparing((ActiveJob job) -> job.next().orElse(Instant.MAX)));
    private final List<ActiveJob> replanned = new ArrayList<>();

    /// Takes a job in, if it will ever be due.
    void add(ActiveJob job) {
        if (job.job.enabled() && job.next().isPresent()) {
            byNext.add(job);
        }
    }

    /// Takes a job out, because its plan is about to change.
    void remove(ActiveJob job) {
        byNext.remove(job);
    }

    /// A run of a job is over: what counts from its end is planned anew.
    void over(ActiveJob job, Instant end) {
        if (job.job.countsFromEnd()) {
            remove(job);
            job.idleSince(end);
            add(job);
            replanned.add(job);
        }
    }

    /// The jobs whose plans have changed since this was last asked.
    List<ActiveJob> takeReplanned() {
        List<ActiveJob> taken = List.copyOf(replanned);
        replanned.clear();
        return taken;
    }

    /// Takes out the first job that has an occurrence up to a horizon.
    Optional<ActiveJob> poll(Instant horizon) {
        return next().filter(at -> !at.isAfter(horizon)).map(at -> byNext.remove());
    }

    /// The job that is due first.
    Optional<ActiveJob> peek() {
        return Optional.ofNullable(byNext.peek());
    }

    /// The soonest occurrence of all.
    Optional<Instant> next() {
        return peek().flatMap(ActiveJob::next);
    }

    boolean isEmpty() {
        return byNext.isEmpty();
    }
}
