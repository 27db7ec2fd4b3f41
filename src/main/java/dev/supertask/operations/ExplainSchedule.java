package dev.supertask.operations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.supertask.schedule.ClockChanges;
import dev.supertask.schedule.Explanation;
import dev.supertask.schedule.Frame;
import dev.supertask.schedule.Schedule;

/// Explains what a schedule means.
public final class ExplainSchedule {
    private static final int YEARS = 3;
    private static final int NEXT = 3;

    private ExplainSchedule() {}

    /// What a schedule means.
    ///
    /// @param words the whole in words
    /// @param parts field by field
    /// @param plan its next occurrences
    /// @param changes the clock changes of the next years at which it behaves specially
    public record Answer(String words, List<Explanation.Part> parts, NextOccurrences.Plan plan,
            List<ClockChanges.Change> changes) {
        /// Copies the lists.
        public Answer {
            parts = List.copyOf(parts);
            changes = List.copyOf(changes);
        }
    }

    /// Explains a schedule as seen from a moment.
    public static Answer of(Schedule schedule, Frame frame, Instant from) {
        Instant until = from.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        return new Answer(schedule.words(), Explanation.of(schedule),
                NextOccurrences.of(schedule, frame, from, NEXT), ClockChanges.of(schedule, frame, from, until));
    }
}
