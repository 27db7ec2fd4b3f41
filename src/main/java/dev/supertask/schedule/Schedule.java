package dev.supertask.schedule;

import java.time.Instant;
import java.util.Optional;

/// A rule that yields instants. Pure: the same question in the same frame has the same answer for ever.
public sealed interface Schedule permits Cron, Every, FromEnd, Once, At, Repeat, Reboot, Start, Modified {

    /// The first instant of this schedule that lies strictly after the given one; empty when there is
    /// none any more. Answers within about a millisecond, also for rules that never match.
    Optional<Instant> next(Instant after, Frame frame);

    /// The schedule as text that [ScheduleText#parse] reads back to an equal schedule.
    String text();

    /// The schedule in plain words, as the end of "this job runs …": `every day at 03:00`.
    String words();

    /// The schedule without its bounds and modifiers.
    default Schedule base() {
        return this;
    }
}
