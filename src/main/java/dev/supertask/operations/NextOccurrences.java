package dev.supertask.operations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.job.Job;
import dev.supertask.schedule.ClockNote;
import dev.supertask.schedule.Frame;
import dev.supertask.schedule.Once;
import dev.supertask.schedule.Schedule;
import dev.supertask.store.StoredJob;
import org.jspecify.annotations.Nullable;

/// Tells when something will be due.
public final class NextOccurrences {
    private NextOccurrences() {}

    /// The next occurrences of a schedule or a job.
    ///
    /// @param namespace the job's, or null
    /// @param job its name, or null for a schedule alone
    /// @param schedules the texts of its schedules
    /// @param words the same in words
    /// @param zone in which its local times are meant
    /// @param next the occurrences in order; empty when there are none
    /// @param notes what the clocks do at one of them
    public record Plan(@Nullable String namespace, @Nullable String job, List<String> schedules, List<String> words,
            ZoneId zone, List<Instant> next, List<Note> notes) {
        /// Copies the lists.
        public Plan {
            schedules = List.copyOf(schedules);
            words = List.copyOf(words);
            next = List.copyOf(next);
            notes = List.copyOf(notes);
        }
    }

    /// What is worth knowing about an occurrence.
    public record Note(Instant at, String text) {}

    /// Of a schedule alone.
    ///
    /// @param from the occurrences lie after this instant
    /// @param count how many at most
    public static Plan of(Schedule schedule, Frame frame, Instant from, int count) {
        List<Instant> next = asApplied(List.of(schedule), frame, count,
                series(from, count, at -> schedule.next(at, frame)));
        return new Plan(null, null, List.of(schedule.text()), List.of(schedule.words()), frame.zone(), next,
                notes(next, frame.zone()));
    }

    /// Of a job that is not stored.
    ///
    /// @param frame see [Job#frame]
    /// @param from the occurrences lie after this instant
    /// @param count how many at most
    public static Plan of(Job job, Frame frame, Instant from, int count) {
        return plan(null, job,
                asApplied(job.schedules(), frame, count, series(from, count, at -> job.next(at, frame))));
    }

    /// What is applied at a moment runs `once` at that moment.
    private static List<Instant> asApplied(List<Schedule> schedules, Frame frame, int count, List<Instant> next) {
        boolean once = schedules.stream().anyMatch(schedule -> schedule.base() instanceof Once
                && schedule.next(frame.anchor().minusNanos(1), frame).isPresent());
        return once ? Stream.concat(Stream.of(frame.anchor()), next.stream()).limit(count).toList() : next;
    }

    /// Of the stored jobs of a namespace that are enabled, by name.
    ///
    /// @param jobs their names; empty: all
    /// @param from the occurrences lie after this instant
    /// @param count how many at most of each
    public static List<Plan> answer(Desk desk, List<String> jobs, Instant from, int count) {
        return desk.store().definedJobs().stream().filter(stored -> stored.row().enabled())
                .filter(stored -> jobs.isEmpty() || jobs.contains(stored.row().name()))
                .map(stored -> plan(desk, stored, from, count)).toList();
    }

    private static Plan plan(Desk desk, StoredJob stored, Instant from, int count) {
        Frame frame = desk.store().frame(stored);
        return plan(desk.namespace(), stored.job(),
                series(from, count, at -> stored.job().next(at, frame)));
    }

    private static Plan plan(@Nullable String namespace, Job job, List<Instant> next) {
        return new Plan(namespace, job.name(), texts(job, Schedule::text), texts(job, Schedule::words), job.zone(),
                next, notes(next, job.zone()));
    }

    private static List<String> texts(Job job, Function<Schedule, String> text) {
        return job.schedules().stream().map(text).collect(Collectors.toList());
    }

    private static List<Instant> series(Instant from, int count, Function<Instant, Optional<Instant>> next) {
        return Stream.iterate(next.apply(from), Optional::isPresent, at -> next.apply(at.orElseThrow())).limit(count)
                .map(Optional::orElseThrow).toList();
    }

    private static List<Note> notes(List<Instant> next, ZoneId zone) {
        return next.stream().flatMap(at -> ClockNote.of(at, zone).map(text -> new Note(at, text)).stream()).toList();
    }
}
