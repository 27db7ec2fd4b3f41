package dev.supertask.job;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.supertask.schedule.Bisection;
import dev.supertask.schedule.Frame;
import dev.supertask.schedule.FromEnd;
import dev.supertask.schedule.Reboot;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.Start;

/// A name in a namespace with schedules, something to launch, and policies. Changes only when its
/// timetable does.
///
/// @param name unique in its namespace, `[A-Za-z0-9][A-Za-z0-9._-]{0,127}`
/// @param title how people call it, may be empty
/// @param description what it is for, may be empty
/// @param tags words to find it by, may be empty
/// @param schedules when it is due; equal instants of several are one occurrence. None where it is due after others only
/// @param after the jobs after whose runs it runs, each once; with schedules, both must be met
/// @param zone the time zone of its local times
/// @param enabled whether it runs at all
/// @param steps what it launches, in order, at least one
/// @param policies how its runs are treated
public record Job(String name, String title, String description, List<String> tags, List<Schedule> schedules,
        List<Upstream> after, ZoneId zone, boolean enabled, List<Step> steps, Policies policies) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    /// Checks the name, copies the lists.
    public Job {
        if (!isValidName(name)) {
            throw new IllegalArgumentException("no job name: " + name);
        }
        tags = List.copyOf(tags);
        schedules = List.copyOf(schedules);
        after = List.copyOf(after);
        if (schedules.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("job " + name + " has no schedule");
        }
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("job " + name + " has no step");
        }
        if (steps.size() > 1
                && steps.stream().map(step -> Step.variable(step.name())).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("job " + name + " has two steps of one name");
        }
    }

    /// A job that is due by its schedules alone.
    public Job(String name, String title, String description, List<String> tags, List<Schedule> schedules,
            ZoneId zone, boolean enabled, List<Step> steps, Policies policies) {
        this(name, title, description, tags, schedules, List.of(), zone, enabled, steps, policies);
    }

    /// A job of one step without a title.
    public Job(String name, String description, List<String> tags, List<Schedule> schedules, ZoneId zone,
            boolean enabled, Step step, Policies policies) {
        this(name, "", description, tags, schedules, zone, enabled, List.of(step), policies);
    }

    /// What its schedules are read against.
    ///
    /// @param namespace the id of the namespace it is in
    /// @param anchor see [Frame#anchor()]
    public Frame frame(String namespace, Instant anchor) {
        return new Frame(zone, anchor, policies.dst(), namespace + "/" + name, anchor);
    }

    /// The first occurrence strictly after an instant, over all schedules, whether enabled or not.
    public Optional<Instant> next(Instant after, Frame frame) {
        return next(schedules.stream(), after, frame);
    }

    /// The same, of those schedules only that count from the end of the previous run.
    public Optional<Instant> nextFromEnd(Instant after, Frame frame) {
        return next(schedules.stream().filter(Job::isFromEnd), after, frame);
    }

    private static Optional<Instant> next(Stream<Schedule> schedules, Instant after, Frame frame) {
        return schedules.flatMap(schedule -> schedule.next(after, frame).stream()).min(Comparator.naturalOrder());
    }

    /// The last occurrence after `after` and not after `upTo`. Takes a few dozen steps however many
    /// occurrences lie between, because [#next] never goes back when its argument goes on.
    public Optional<Instant> latest(Instant after, Instant upTo, Frame frame) {
        return Bisection.latest(at -> next(at, frame), after, upTo);
    }

    /// Whether an occurrence of it depends on when its previous run ended.
    public boolean countsFromEnd() {
        return schedules.stream().anyMatch(Job::isFromEnd);
    }

    private static boolean isFromEnd(Schedule schedule) {
        return schedule.base() instanceof FromEnd;
    }

    /// Whether it has an occurrence at each start of its scheduler.
    public boolean runsAtStart() {
        return schedules.stream().anyMatch(Start.class::isInstance);
    }

    /// Whether it has an occurrence at each start of the machine.
    public boolean runsAtBoot() {
        return schedules.stream().anyMatch(Reboot.class::isInstance);
    }

    /// Whether a word can name a job.
    public static boolean isValidName(String name) {
        return NAME.matcher(name).matches();
    }
}
