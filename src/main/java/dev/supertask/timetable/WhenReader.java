package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.List;

import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleMistake;
import dev.supertask.schedule.ScheduleText;

/// Reads when a job is due: `when`, then `every`.
record WhenReader(Values values) {
    private static final String EVERY = "@every ";

    /// The schedules of a job; empty with a mistake told where it has none.
    List<Schedule> read(Fields job, Field itself) {
        List<Schedule> schedules = new ArrayList<>();
        Field when = job.get("when");
        if (when != null) {
            if (when.value() instanceof Yaml.Mapping map) {
                values.reading().mistake(map.span(), when.label() + " cannot be a map in this version",
                        "write text, such as \"0 3 * * *\", or a list of texts");
            } else {
                values.oneOrMore(when).forEach(text -> add(text, "", schedules));
            }
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
                    "add \"when\" or \"every\"");
        }
        return schedules;
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
}
