package dev.supertask.job;

import java.time.Duration;
import java.util.List;

import dev.supertask.schedule.Dst;
import org.jspecify.annotations.Nullable;

/// The rules by which a job's runs are treated.
///
/// @param timeout how long one attempt may take, or null for as long as it likes
/// @param killAfter how long after SIGTERM what is left is killed
/// @param catchUp what becomes of occurrences that passed while nobody was looking
/// @param delivery what becomes of an occurrence when nobody can know whether its run was finished
/// @param log how the output of its runs is kept
/// @param dst what becomes of local times that a change of the clocks skips or repeats
/// @param concurrency how its runs share room
/// @param retry whether a run that failed is tried again
/// @param deadline until when a run may start and go on
/// @param success what an attempt must have done to count as succeeded
/// @param onlyIf a command that must exit with 0 for an occurrence to be launched; null for none
/// @param hooks what is run when a run is over
public record Policies(@Nullable Duration timeout, Duration killAfter, CatchUp catchUp, Delivery delivery,
        LogSettings log, Dst dst, Concurrency concurrency, Retry retry, Deadline deadline, Success success,
        @Nullable Step onlyIf, List<Hook> hooks) {
    /// What holds where a timetable says nothing: no timeout, ten seconds from SIGTERM to SIGKILL, the latest
    /// missed occurrence of 24 hours, at most once, a log byte for byte, what overlaps is skipped, one attempt.
    public static final Policies DEFAULT = new Policies(null, Duration.ofSeconds(10));

    /// With the defaults of everything else.
    public Policies(@Nullable Duration timeout, Duration killAfter) {
        this(timeout, killAfter, CatchUp.DEFAULT, Delivery.AT_MOST_ONCE, LogSettings.DEFAULT, Dst.DEBIAN,
                Concurrency.DEFAULT, Retry.NONE, Deadline.NONE, Success.DEFAULT, null, List.of());
    }

    /// Checks that the durations are positive, copies the list.
    public Policies {
        if ((timeout != null && !timeout.isPositive()) || killAfter.isNegative()) {
            throw new IllegalArgumentException("a duration that is not positive");
        }
        hooks = List.copyOf(hooks);
    }

    /// The same policies with another timeout.
    public Policies withTimeout(@Nullable Duration newTimeout) {
        return new Policies(newTimeout, killAfter, catchUp, delivery, log, dst, concurrency, retry, deadline, success,
                onlyIf, hooks);
    }

    /// The same policies with another time from SIGTERM to SIGKILL.
    public Policies withKillAfter(Duration newKillAfter) {
        return new Policies(timeout, newKillAfter, catchUp, delivery, log, dst, concurrency, retry, deadline, success,
                onlyIf, hooks);
    }

    /// The same policies with another catch-up.
    public Policies withCatchUp(CatchUp newCatchUp) {
        return new Policies(timeout, killAfter, newCatchUp, delivery, log, dst, concurrency, retry, deadline, success,
                onlyIf, hooks);
    }

    /// The same policies with another delivery.
    public Policies withDelivery(Delivery newDelivery) {
        return new Policies(timeout, killAfter, catchUp, newDelivery, log, dst, concurrency, retry, deadline, success,
                onlyIf, hooks);
    }

    /// The same policies with other settings of the log.
    public Policies withLog(LogSettings newLog) {
        return new Policies(timeout, killAfter, catchUp, delivery, newLog, dst, concurrency, retry, deadline, success,
                onlyIf, hooks);
    }

    /// The same policies with another rule for changes of the clocks.
    public Policies withDst(Dst newDst) {
        return new Policies(timeout, killAfter, catchUp, delivery, log, newDst, concurrency, retry, deadline, success,
                onlyIf, hooks);
    }

    /// The same policies with another concurrency.
    public Policies withConcurrency(Concurrency newConcurrency) {
        return new Policies(timeout, killAfter, catchUp, delivery, log, dst, newConcurrency, retry, deadline, success,
                onlyIf, hooks);
    }

    /// The same policies with another retry.
    public Policies withRetry(Retry newRetry) {
        return new Policies(timeout, killAfter, catchUp, delivery, log, dst, concurrency, newRetry, deadline, success,
                onlyIf, hooks);
    }

    /// The same policies with another deadline.
    public Policies withDeadline(Deadline newDeadline) {
        return new Policies(timeout, killAfter, catchUp, delivery, log, dst, concurrency, retry, newDeadline, success,
                onlyIf, hooks);
    }

    /// The same policies with another rule for success.
    public Policies withSuccess(Success newSuccess) {
        return new Policies(timeout, killAfter, catchUp, delivery, log, dst, concurrency, retry, deadline, newSuccess,
                onlyIf, hooks);
    }

    /// The same policies with another condition.
    public Policies withOnlyIf(@Nullable Step newOnlyIf) {
        return new Policies(timeout, killAfter, catchUp, delivery, log, dst, concurrency, retry, deadline, success,
                newOnlyIf, hooks);
    }

    /// The same policies with other hooks.
    public Policies withHooks(List<Hook> newHooks) {
        return new Policies(timeout, killAfter, catchUp, delivery, log, dst, concurrency, retry, deadline, success,
                onlyIf, newHooks);
    }
}
