package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.List;

import dev.supertask.schedule.OriginalCron;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleMistake;
import dev.supertask.schedule.ScheduleText;

/// Reads cron text as the Python original means it.
record OriginalWhenReader(Values values) {

    /// The entries of `on.schedule`: `- cron: …`, every one of them.
    List<Schedule> read(Field schedule) {
        List<Schedule> schedules = new ArrayList<>();
        if (!(schedule.value() instanceof Yaml.Sequence list)) {
            values.texts(schedule, "write [{cron: \"0 3 * * *\"}]"); // says that it is no list
            return schedules;
        }
        if (list.items().isEmpty()) {
            values.reading().mistake(list.span(), schedule.label() + " is an empty list",
                    "write at least one \"- cron: …\"");
        }
        for (Yaml item : list.items()) {
            Field entry = new Field("an entry of " + schedule.label(), new Yaml.Scalar(item.span(), "", true), item);
            Yaml.Mapping map = values.map(entry, "write {cron: \"0 3 * * *\"}");
            if (map != null) {
                Fields fields = Fields.of(map, " in " + schedule.label(), OtherKeys.ORIGINAL_SCHEDULE,
                        values.reading());
                Field cron = fields.get("cron");
                if (cron != null) {
                    add(cron, schedules);
                } else if (!fields.hint(List.of("cron"))) {
                    values.reading().mistake(map.span(), entry.label() + " has no \"cron\"",
                            "write {cron: \"0 3 * * *\"}");
                }
            }
        }
        return schedules;
    }

    /// Adds the schedules of a text, or of a list of texts.
    void add(Field cron, List<Schedule> schedules) {
        for (Yaml.Scalar text : values.oneOrMore(cron)) {
            ScheduleText.Parsed parsed = values.reading().parse(text, 0, OriginalCron::parse, text.text());
            if (parsed != null) {
                schedules.add(parsed.schedule());
                for (ScheduleMistake warning : parsed.warnings()) {
                    values.reading().warning(text, warning, 0);
                }
            }
        }
    }
}
