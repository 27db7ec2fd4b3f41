package dev.supertask.store;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What the store knows of a job, without its definition.
///
/// @param id its number in this database
/// @param name the job's name
/// @param source what kind of text it comes from
/// @param version counts its changes, from 1
/// @param description what it is for, may be empty
/// @param schedules its schedules' texts
/// @param zone the time zone of its local times
/// @param enabled whether it runs at all
/// @param plan where it is in time
/// @param createdAt when it was first applied
/// @param updatedAt when it last changed
/// @param retiredAt when it was gone from its timetable; null while it is there
public record JobRow(long id, String name, JobSource source, int version, String description, List<String> schedules,
        String zone, boolean enabled, Plan plan, Instant createdAt, Instant updatedAt, @Nullable Instant retiredAt) {

    /// Where a job is in time.
    ///
    /// @param anchor when its schedules were first applied, see [dev.supertask.schedule.Frame#anchor()]
    /// @param plannedThrough every occurrence up to here has its run record
    /// @param nextAt its next occurrence; null when there is none, or it is not enabled
    /// @param bootId the boot whose start-up occurrence has its run record
    public record Plan(Instant anchor, Instant plannedThrough, @Nullable Instant nextAt, String bootId) {}

    /// Copies the schedules.
    public JobRow {
        schedules = List.copyOf(schedules);
    }
}
