package dev.supertask.schedule;

import java.time.Instant;
import java.time.ZoneId;

/// What a schedule is read against: the same text yields other instants in another frame.
///
/// @param zone the time zone in which local times are meant
/// @param anchor the moment at which the job was first applied (for `next`: the moment asked from);
///         intervals count from it, and `once` is this moment itself
public record Frame(ZoneId zone, Instant anchor) {}
