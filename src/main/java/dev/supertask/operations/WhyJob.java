package dev.supertask.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.job.Job;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.schedule.ClockNote;
import dev.supertask.schedule.Frame;
import dev.supertask.schedule.WhyNot;
import dev.supertask.scheduler.Recovery;
import dev.supertask.store.JobRow;
import dev.supertask.store.RunFilter;
import dev.supertask.store.StoredJob;
import org.jspecify.annotations.Nullable;

/// Tells why a job ran or did not run, or will or will not.
public final class WhyJob {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS] xxx",
            Locale.ROOT);

    private WhyJob() {}

    /// An answer.
    ///
    /// @param namespace the job's
    /// @param job its name
    /// @param zone the job's time zone
    /// @param at the moment asked about, or null for now
    /// @param because the reasons, the strongest first, each a clause such as `it is disabled`
    /// @param run the run for that moment, or for now the last one; or null
    /// @param previous the last occurrence before the moment, or null
    /// @param next the first occurrence after it, or null
    public record Answer(String namespace, String job, ZoneId zone, @Nullable Instant at, List<String> because,
            @Nullable Run run, @Nullable Instant previous, @Nullable Instant next) {
        /// Copies the reasons.
        public Answer {
            because = List.copyOf(because);
        }
    }

    /// The reasons about one moment, or about now.
    ///
    /// @param job its name; a retired one can be asked about as well
    /// @param at an instant, or null for now
    /// @return empty when there is no such job
    public static Optional<Answer> answer(Desk desk, String job, @Nullable Instant at) {
        Recovery.settle(desk.store(), desk.now());
        return desk.store().job(job).map(stored -> at == null ? now(desk, stored) : then(desk, stored, at));
    }

    private static Answer then(Desk desk, StoredJob stored, Instant at) {
        Job job = stored.job();
        Frame frame = desk.store().frame(stored);
        Run run = desk.store().slot(stored.row().id(), at).orElse(null);
        boolean due = job.next(at.minusNanos(1), frame).filter(at::equals).isPresent();
        List<String> because = run != null
                ? List.of(sentence(run, job.zone()))
                : due ? List.of(noRecord(desk, stored, at))
                : notDue(job, frame, at);
        Instant previous = job.latest(at.minus(Duration.ofDays(2 * 366)), at.minusNanos(1), frame).orElse(null);
        return new Answer(desk.namespace(), job.name(), job.zone(), at, because, run, previous,
                job.next(at, frame).orElse(null));
    }

    private static List<String> notDue(Job job, Frame frame, Instant at) {
        List<String> reasons = job.schedules().stream()
                .map(schedule -> "\"" + schedule.text() + "\" is not due then: " + WhyNot.of(schedule, at, frame))
                .toList();
        return Stream.concat(reasons.stream(), ClockNote.of(at, job.zone()).stream()).collect(Collectors.toList());
    }

    private static String noRecord(Desk desk, StoredJob stored, Instant at) {
        JobRow row = stored.row();
        ZoneId zone = stored.job().zone();
        if (row.retiredAt() != null && !at.isBefore(row.retiredAt())) {
            return "it has been gone from its timetable since " + time(row.retiredAt(), zone);
        }
        if (at.isAfter(desk.now())) {
            return row.enabled() ? "it is due then" : "it would be due then, but it is disabled";
        }
        if (at.isBefore(row.plan().anchor())) {
            return "the job has had this schedule only since " + time(row.plan().anchor(), zone);
        }
        if (!row.enabled()) {
            return "it would have been due, but it is disabled";
        }
        if (at.isAfter(row.plan().plannedThrough())) {
            return desk.scheduled()
                    ? "it was due, and its scheduler is about to launch it"
                    : "it was due, but no scheduler has run since " + time(row.plan().plannedThrough(), zone)
                            + "; the next one follows \"catch-up: " + stored.job().policies().catchUp().mode().word()
                            + "\"";
        }
        return "it was due, and there is no record of it any more, or it was disabled then";
    }

    private static Answer now(Desk desk, StoredJob stored) {
        JobRow row = stored.row();
        ZoneId zone = stored.job().zone();
        List<String> because = new ArrayList<>();
        if (row.retiredAt() != null) {
            because.add("it has been gone from its timetable since " + time(row.retiredAt(), zone));
        } else if (!row.enabled()) {
            because.add("it is disabled in its timetable");
        } else {
            running(desk, row).ifPresent(run -> because.add("its run " + run.id().text() + " goes on since "
                    + time(run.startedAt() == null ? run.id().time() : run.startedAt(), zone)
                    + ", and occurrences until its end are skipped"));
            if (!desk.scheduled()) {
                because.add("no scheduler runs namespace \"" + desk.namespace() + "\"");
            }
            WhyAfter.sentence(stored.job()).ifPresent(because::add);
            because.add(row.plan().nextAt() == null
                    ? stored.job().schedules().isEmpty()
                            ? "it has no schedule of its own"
                            : "no occurrence is left of " + stored.job().schedules().stream()
                                    .map(schedule -> "\"" + schedule.text() + "\"").collect(Collectors.joining(" and "))
                    : "it is due next at " + time(row.plan().nextAt(), zone));
        }
        Run last = desk.store().runs(RunFilter.ofJob(row.name(), 1)).stream().findFirst().orElse(null);
        if (last != null && last.state().ended()) {
            because.add("its last run: " + sentence(last, zone));
        }
        return new Answer(desk.namespace(), row.name(), zone, null, because, last, null, row.plan().nextAt());
    }

    private static Optional<Run> running(Desk desk, JobRow row) {
        return desk.store().openRuns().stream().map(open -> open.run()).filter(run -> run.job().equals(row.name()))
                .findFirst();
    }

    private static String sentence(Run run, ZoneId zone) {
        String reason = run.reason() == null ? "" : ": " + run.reason();
        String id = " (run " + run.id().text() + ")";
        return switch (run.state()) {
            case QUEUED -> "it waits to be launched" + reason + id;
            case RUNNING -> "it was launched at " + time(run.startedAt(), zone) + " and goes on" + reason + id;
            case SKIPPED, MISSED -> "it was " + run.state().word() + reason + id;
            case SUCCEEDED, FAILED, TIMED_OUT, STOPPED, LOST -> (run.startedAt() == null
                    ? "it was not launched, "
                    : "it was launched at " + time(run.startedAt(), zone) + " and ")
                    + (run.state() == RunState.SUCCEEDED || run.state() == RunState.FAILED
                            ? run.state().word()
                            : "ended " + run.state().word())
                    + reason + id;
        };
    }

    private static String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? "an unknown time" : TIME.format(at.atZone(zone)).replace(".000", "");
    }
}
