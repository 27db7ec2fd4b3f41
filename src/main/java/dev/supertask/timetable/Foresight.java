package dev.supertask.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.supertask.job.Job;
import dev.supertask.problem.Position;
import dev.supertask.problem.Warning;
import dev.supertask.schedule.ClockChanges;
import dev.supertask.schedule.Cron;
import dev.supertask.schedule.Dst;
import dev.supertask.schedule.Frame;
import dev.supertask.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/// Warns of what cron text will do in the years to come: seldom or never anything, and what the clocks do to it.
///
/// @param now from when on, or null for not at all
record Foresight(Reading reading, @Nullable Instant now) {
    private static final Duration YEAR = Duration.ofDays(366);

    /// Warns of the schedules of a job.
    ///
    /// @param when where they stand
    void look(Job job, Span when) {
        Instant from = now;
        if (from == null) {
            return;
        }
        Frame frame = job.frame("", from);
        for (Schedule schedule : job.schedules()) {
            if (schedule.base() instanceof Cron cron && !cron.isNever()) {
                look(schedule, frame, from, reading.source().position(when));
            }
        }
    }

    private void look(Schedule schedule, Frame frame, Instant from, Position at) {
        String text = "\"" + schedule.text() + "\"";
        Optional<Instant> first = schedule.next(from, frame);
        Optional<Instant> second = first.flatMap(next -> schedule.next(next, frame));
        if (first.isEmpty()) {
            reading.warning(Warning.NEVER_FIRES, at, text + " never fires any more", "its years or bounds are over");
        } else if (second.isPresent() && Duration.between(first.get(), second.get()).compareTo(YEAR) > 0) {
            reading.warning(Warning.RARE, at, text + " fires less than once a year: next on "
                    + date(first.get(), frame.zone()) + ", then on " + date(second.get(), frame.zone()), null);
        }
        List<ClockChanges.Change> changes = ClockChanges.of(schedule, frame, from, from.plus(YEAR));
        if (!changes.isEmpty() && frame.dst().equals(Dst.DEBIAN)) {
            reading.warning(Warning.CLOCK_CHANGE, at, changes.stream()
                    .map(change -> "on " + date(change.at(), frame.zone()) + ", " + change.text())
                    .collect(Collectors.joining("; ", text + ": ", "")),
                    "choose another time, or say what is meant with \"dst\"");
        }
    }

    private static LocalDate date(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
