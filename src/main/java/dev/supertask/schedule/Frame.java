package dev.supertask.schedule;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/// What a schedule is read against: the same text yields other instants in another frame.
///
/// @param zone the time zone in which local times are meant
/// @param anchor the moment at which the job was first applied (for `next`: the moment asked from);
///         intervals count from it, and `once` is this moment itself
/// @param dst what becomes of local times that the zone skips or repeats
/// @param identity whose schedule it is, as `namespace/job`: `H` and jitter are stable hashes of it; empty for a text
///         that belongs to no job
/// @param idleSince what `measure=from-end` counts from: the end of the job's previous run, the anchor before its
///         first; null while a run is going on, whose end nobody knows
public record Frame(ZoneId zone, Instant anchor, Dst dst, String identity, @Nullable Instant idleSince) {

    /// A frame of no job in particular, with Debian's rule for changes of the clocks.
    public Frame(ZoneId zone, Instant anchor) {
        this(zone, anchor, Dst.DEBIAN, "", anchor);
    }

    /// The same in another time zone.
    public Frame withZone(ZoneId other) {
        return new Frame(other, anchor, dst, identity, idleSince);
    }

    /// The same with another end of the previous run; null while one is going on.
    public Frame withIdleSince(@Nullable Instant end) {
        return new Frame(zone, anchor, dst, identity, end);
    }
}
