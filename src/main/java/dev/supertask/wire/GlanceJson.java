package dev.supertask.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import dev.supertask.operations.Desk;
import dev.supertask.operations.Glance;
import dev.supertask.run.Run;
import org.jspecify.annotations.Nullable;

/// What goes on in a namespace, as programs see it.
///
/// @param scheduled whether a scheduler runs it
/// @param running the runs that go on, oldest first
/// @param waiting the runs that will be launched, oldest first
/// @param next the jobs whose occurrences come first, in their order
/// @param ended the runs that ended last, the last one first
public record GlanceJson(String namespace, boolean scheduled, List<RunningJson> running, List<RunJson> waiting,
        List<JobJson> next, List<RunJson> ended) {

    /// A run that goes on.
    ///
    /// @param elapsedMs how long so far
    /// @param usualMs the median of what earlier runs took that succeeded, or null
    /// @param expectedEnd when it will have taken as long as that, or null
    public record RunningJson(RunJson run, @Nullable Long elapsedMs, @Nullable Long usualMs,
            @Nullable OffsetDateTime expectedEnd) {}

    /// The form of a value of ours.
    public static GlanceJson of(Desk desk, Glance glance) {
        ZoneId zone = desk.zone();
        return new GlanceJson(desk.namespace(), glance.scheduled(),
                glance.running().stream().map(running -> running(desk, running)).toList(),
                glance.waiting().stream().map(run -> run(desk, run)).toList(),
                glance.next().stream().map(job -> JobJson.of(job, zone)).toList(),
                glance.ended().stream().map(run -> run(desk, run)).toList());
    }

    private static RunningJson running(Desk desk, Glance.Running running) {
        Instant start = running.run().startedAt();
        Duration usual = running.usual();
        return new RunningJson(run(desk, running.run()),
                start == null ? null : Math.max(0, Duration.between(start, desk.now()).toMillis()),
                usual == null ? null : usual.toMillis(),
                start == null || usual == null ? null : Times.at(start.plus(usual), desk.zone()));
    }

    /// Without its outputs: for those a file would be read for each run, each time.
    private static RunJson run(Desk desk, Run run) {
        return RunJson.of(desk.namespace(), run, desk.zone());
    }
}
