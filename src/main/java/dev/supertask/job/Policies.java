package dev.supertask.job;

import java.time.Duration;

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
public record Policies(@Nullable Duration timeout, Duration killAfter, CatchUp catchUp, Delivery delivery,
        LogSettings log, Dst dst) {

    /// What holds where a timetable says nothing: no timeout, ten seconds from SIGTERM to SIGKILL, the latest
    /// missed occurrence of 24 hours, at most once, a log byte for byte.
    public static final Policies DEFAULT = new Policies(null, Duration.ofSeconds(10));

    /// With Debian's rule for changes of the clocks.
    public Policies(@Nullable Duration timeout, Duration killAfter, CatchUp catchUp, Delivery delivery,
            LogSettings log) {
        this(timeout, killAfter, catchUp, delivery, log, Dst.DEBIAN);
    }

    /// With the defaults of everything else.
    public Policies(@Nullable Duration timeout, Duration killAfter) {
        this(timeout, killAfter, CatchUp.DEFAULT, Delivery.AT_MOST_ONCE, LogSettings.DEFAULT);
    }

    /// Checks that the durations are positive.
    public Policies {
        if ((timeout != null && !timeout.isPositive()) || killAfter.isNegative()) {
            throw new IllegalArgumentException("a duration that is not positive");
        }
    }

    /// The same policies with another timeout.
    public Policies withTimeout(@Nullable Duration newTimeout) {
        return new Policies(newTimeout, killAfter, catchUp, delivery, log, dst);
    }

    /// The same policies with another catch-up.
    public Policies withCatchUp(CatchUp newCatchUp) {
        return new Policies(timeout, killAfter, newCatchUp, delivery, log, dst);
    }

    /// The same policies with another delivery.
    public Policies withDelivery(Delivery newDelivery) {
        return new Policies(timeout, killAfter, catchUp, newDelivery, log, dst);
    }

    /// The same policies with another rule for changes of the clocks.
    public Policies withDst(Dst newDst) {
        return new Policies(timeout, killAfter, catchUp, delivery, log, newDst);
    }
}
