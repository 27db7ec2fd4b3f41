package dev.supertask.timetable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.schedule.Modified;
import dev.supertask.schedule.Modifiers;
import dev.supertask.schedule.Reboot;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleMistake;
import dev.supertask.schedule.ScheduleText;
import dev.supertask.schedule.Start;
import org.jspecify.annotations.Nullable;

/// Reads when a job is due: `when`, then `every`.
record WhenReader(Values values) {
    private static final String EVERY = "@every ";

    /// The schedules of a job; empty with a mistake told where it has none.
    List<Schedule> read(Fields job, Field itself) {
        List<Schedule> schedules = new ArrayList<>();
        Field when = job.get("when");
        if (when != null) {
            when(when, schedules);
        }
        Field every = job.get("every");
        if (every != null) {
            Yaml.Scalar period = values.scalar(every);
            if (period != null) {
                add(period, EVERY, schedules);
            }
        }
        if (!job.hint(Keys.DUE)) {
            values.reading().mistake(itself.key().span(), itself.label() + " is never due",
                    "add \"when\", \"every\" or \"after\"");
        }
        Field jitter = job.get("jitter");
        Duration most = jitter == null ? null : values.duration(jitter, false);
        return most == null ? schedules : schedules.stream().map(schedule -> jittered(schedule, most)).toList();
    }

    private void when(Field when, List<Schedule> schedules) {
        switch (when.value()) {
            case Yaml.Mapping map -> add(new WhenMap(values, when.label()).read(map), schedules);
            case Yaml.Sequence list when list.items().stream().anyMatch(Yaml.Mapping.class::isInstance) ->
                list.items().forEach(item -> when(new Field(when.label(), when.key(), item), schedules));
            case Yaml.Sequence _,Yaml.Scalar _,Yaml.Broken _ ->
                values.oneOrMore(when).forEach(text -> add(text, "", schedules));
        }
    }

    private void add(Yaml.Scalar scalar, String prefix, List<Schedule> schedules) {
        ScheduleText.Parsed parsed = values.reading().parse(scalar, prefix.length(),
                ScheduleText::parse,
                prefix + scalar.text());
        if (parsed != null) {
            schedules.add(parsed.schedule());
            for (ScheduleMistake warning : parsed.warnings()) {
                values.reading().warning(scalar, warning, prefix.length());
            }
        }
    }

    private static void add(@Nullable Schedule schedule, List<Schedule> schedules) {
        if (schedule != null) {
            schedules.add(schedule);
        }
    }

    /// With the job's jitter, unless it has one of its own. What happens at a start is not spread.
    private static Schedule jittered(Schedule schedule, Duration jitter) {
        return switch (schedule) {
            case Reboot _,Start _ -> schedule;
            case Modified modified -> modified.modifiers().jitter() != null
                    ? modified
                    : new Modified(modified.base(), modified.modifiers().withJitter(jitter));
            case Schedule other -> new Modified(other, Modifiers.NONE.withJitter(jitter));
        };
    }
}
