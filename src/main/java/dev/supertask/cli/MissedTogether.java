package dev.supertask.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import org.jspecify.annotations.Nullable;

/// After a long absence a job may have missed thousands of occurrences for the same reason: the first is told,
/// the others are told together.
final class MissedTogether {
    private @Nullable Run first;
    private @Nullable Instant last;
    private int more;

    /// Whether this is one more of those that were missed before it; else it is to be told.
    synchronized boolean takes(Run run) {
        Run known = first;
        if (known != null && run.state() == RunState.MISSED && run.job().equals(known.job())
                && Objects.equals(run.reason(), known.reason())) {
            more++;
            last = run.scheduledAt();
            return true;
        }
        return false;
    }

    /// Begins a new row of missed occurrences.
    synchronized void begin(Run run) {
        first = run.state() == RunState.MISSED ? run : null;
        more = 0;
    }

    /// Ends the row.
    ///
    /// @return what is to be told of those that were taken, or null
    @Nullable
    synchronized String end(ZoneId zone) {
        Run known = first;
        Instant until = last;
        int count = more;
        first = null;
        more = 0;
        if (known == null || count == 0 || until == null) {
            return null;
        }
        return known.job() + " missed " + count + " more, the last of " + Prose.time(until, zone);
    }
}
