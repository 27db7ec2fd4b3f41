package dev.supertask.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Job;
import dev.supertask.run.Trigger;
import dev.supertask.schedule.Frame;
import org.jspecify.annotations.Nullable;

/// Decides which of a job's due occurrences are launched and which were missed. What is due in time is
/// launched; what was due while nobody was looking is caught up as the job's [CatchUp] says.
///
/// @param launch what to launch, oldest first
/// @param missed what to record as missed, oldest first
/// @param plannedThrough the latest occurrence that was decided on
record Occurrences(List<Slot> launch, List<Missed> missed, Instant plannedThrough) {
    /// A loop that wakes up later than this was not late but away: the machine slept, the clock jumped.
    static final Duration AWAY = Duration.ofSeconds(10);
    /// So many missed occurrences are recorded one by one; one more record stands for the rest.
    static final int MISSED_RECORDS = 1000;
    private static final int ANY = Integer.MAX_VALUE;

    /// An occurrence to launch.
    record Slot(Instant at, Trigger trigger) {}

    /// An occurrence that nobody launched, and why.
    ///
    /// @param from the first of those that it stands for, itself the last, or null where it stands for itself
    record Missed(Instant at, String why, @Nullable Instant from) {}

    /// When the decision is made.
    ///
    /// @param now the time
    /// @param horizon up to when occurrences are decided on
    /// @param since when the scheduler began to look
    record Moment(Instant now, Instant horizon, Instant since) {

        /// Everything before this was due while nobody was looking.
        Instant inTimeFrom() {
            Instant away = now.minus(AWAY);
            return since.isAfter(away) ? since : away;
        }
    }

    /// Looks at everything due after `planned` and up to the horizon; empty when nothing is.
    static Optional<Occurrences> due(Job job, Frame frame, Instant planned, Moment moment) {
        Frame busy = frame.withIdleSince(null);
        Optional<Occurrences> due = byTheClock(job, busy, planned, moment);
        if (due.filter(occurrences -> !occurrences.launch.isEmpty()).isPresent()) {
            return due; // what counts from the end of a run counts from the end of these
        }
        // However late: nothing was missed, for it is due as long as nothing runs.
        Optional<Instant> idle = job.nextFromEnd(planned, frame).filter(at -> !at.isAfter(moment.horizon()));
        return idle.isEmpty()
                ? due
                : Optional.of(new Occurrences(List.of(new Slot(idle.get(), Trigger.SCHEDULE)),
                        due.map(Occurrences::missed).orElse(List.of()),
                        due.map(Occurrences::plannedThrough).filter(idle.get()::isBefore).orElse(idle.get())));
    }

    private static Optional<Occurrences> byTheClock(Job job, Frame frame, Instant planned, Moment moment) {
        Instant before = moment.inTimeFrom().minusNanos(1);
        List<Slot> launch = new ArrayList<>();
        List<Missed> missed = new ArrayList<>();
        Instant last = planned;
        Optional<Instant> late = planned.isBefore(before) ? job.latest(planned, before, frame) : Optional.empty();
        if (late.isPresent()) {
            last = late.get();
            caughtUp(job, frame, planned, last, moment).forEach(at -> launch.add(new Slot(at, Trigger.CATCH_UP)));
            Instant missedUpTo = launch.isEmpty() ? last : launch.getFirst().at().minusNanos(1);
            missed.addAll(missed(job, frame, planned, missedUpTo, moment.since()));
        }
        for (Instant at : between(job, frame, last.isAfter(before) ? last : before, moment.horizon(), ANY)) {
            last = at;
            launch.add(new Slot(at, Trigger.SCHEDULE));
        }
        return launch.isEmpty() && missed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Occurrences(launch, missed, last));
    }

    private static List<Instant> caughtUp(Job job, Frame frame, Instant planned, Instant latest, Moment moment) {
        CatchUp policy = job.policies().catchUp();
        Instant oldest = moment.now().minus(policy.window());
        if (!latest.isAfter(oldest)) {
            return List.of();
        }
        return switch (policy.mode()) {
            case NONE -> List.of();
            case LATEST -> isSuperseded(job, frame, moment) ? List.of() : List.of(latest);
            case ALL -> between(job, frame, planned.isAfter(oldest) ? planned : oldest, latest, CatchUp.MOST);
        };
    }

    /// Whether an occurrence is due now anyway, so that the latest one before it need not be made up for.
    private static boolean isSuperseded(Job job, Frame frame, Moment moment) {
        return job.next(moment.inTimeFrom().minusNanos(1), frame).filter(at -> !at.isAfter(moment.now())).isPresent();
    }

    /// The latest occurrences after one instant and not after another, at most so many, oldest first.
    private static List<Instant> between(Job job, Frame frame, Instant after, Instant upTo, int most) {
        Deque<Instant> found = new ArrayDeque<>();
        for (Optional<Instant> next = job.next(after, frame); next.isPresent() && !next.get().isAfter(upTo); next = job
                .next(next.get(), frame)) {
            found.add(next.get());
            if (found.size() > most) {
                found.removeFirst();
            }
        }
        return List.copyOf(found);
    }

    private static List<Missed> missed(Job job, Frame frame, Instant after, Instant upTo, Instant since) {
        List<Missed> missed = new ArrayList<>();
        Optional<Instant> next = job.next(after, frame);
        while (next.isPresent() && !next.get().isAfter(upTo)) {
            Instant at = next.get();
            String why = at.isBefore(since)
                    ? "no scheduler was running at its time"
                    : "the machine was asleep or its clock jumped over its time";
            if (missed.size() == MISSED_RECORDS) {
                missed.add(new Missed(job.latest(after, upTo, frame).orElse(at),
                        why + "; this record also stands for every earlier one from " + at, at));
                return missed;
            }
            missed.add(new Missed(at, why, null));
            next = job.next(at, frame);
        }
        return missed;
    }
}
