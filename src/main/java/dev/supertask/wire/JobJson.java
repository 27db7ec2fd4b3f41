package dev.supertask.wire;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import dev.supertask.operations.JobView;
import dev.supertask.run.Run;
import dev.supertask.store.JobRow;
import org.jspecify.annotations.Nullable;

/// A job, as programs see it.
///
/// @param pausedUntil until when it is paused, or null
/// @param nextRun its next occurrence, in its own time zone, or null
/// @param lastRun the last run of it that was launched, or null
public record JobJson(String namespace, String name, String description, List<String> schedules, String timezone,
        boolean enabled, @Nullable OffsetDateTime pausedUntil, @Nullable OffsetDateTime nextRun,
        @Nullable LastRunJson lastRun, int version, OffsetDateTime createdAt, OffsetDateTime updatedAt) {

    /// The last run of a job.
    ///
    /// @param durationMs null while it runs
    public record LastRunJson(String id, String state, OffsetDateTime startedAt, @Nullable Long durationMs) {}

    /// The form of a value of ours.
    ///
    /// @param zone in which times are told that are not the job's
    public static JobJson of(JobView view, ZoneId zone) {
        JobRow row = view.row();
        return new JobJson(view.namespace(), row.name(), row.description(), row.schedules(), row.zone(), row.enabled(),
                null, Times.atOrNull(row.plan().nextAt(), ZoneId.of(row.zone())), last(view.lastRun(), zone),
                row.version(), Times.at(row.createdAt(), zone), Times.at(row.updatedAt(), zone));
    }

    private static @Nullable LastRunJson last(@Nullable Run run, ZoneId zone) {
        if (run == null || run.startedAt() == null) {
            return null;
        }
        return new LastRunJson(run.id().text(), run.state().word(), Times.at(run.startedAt(), zone),
                run.duration().map(Duration::toMillis).orElse(null));
    }
}
