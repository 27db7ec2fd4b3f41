package dev.supertask.timetable;

import java.util.List;
import java.util.TreeSet;

import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleMistake;
import dev.supertask.schedule.ScheduleParts;
import dev.supertask.schedule.ScheduleSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads a schedule in its map form: `{cron: "0 9 * * *", timezone: Europe/Berlin, times: 5}`.
///
/// @param label what messages call the key that it stands under
record WhenMap(Values values, String label) {

    /// The schedule; null with its mistakes told where there is none.
    @Nullable
    Schedule read(Yaml.Mapping map) {
        Fields fields = Fields.of(map, " in " + label, Keys.WHEN, values.reading());
        List<String> kinds = fields.all().stream().map(field -> field.key().text())
                .filter(ScheduleParts.KINDS::contains).toList();
        if (kinds.size() > 1) {
            Field second = fields.get(kinds.get(1));
            values.reading().mistake(second == null ? map.span() : second.key().span(),
                    "\"" + kinds.get(1) + "\" in " + label + " stands beside \"" + kinds.getFirst() + "\"",
                    "write a list of two maps");
            return null;
        } else if (kinds.isEmpty()) {
            if (!fields.hint(ScheduleParts.KINDS)) {
                values.reading().mistake(map.span(), label + " does not say when",
                        "add one of " + String.join(", ", new TreeSet<>(ScheduleParts.KINDS)));
            }
            return null;
        }
        ScheduleParts parts = new ScheduleParts();
        boolean right = true;
        for (Field field : fields.all()) {
            List<Yaml.Scalar> texts = field.key().text().equals("at") ? values.oneOrMore(field) : one(field);
            right &= !texts.isEmpty();
            for (Yaml.Scalar text : texts) {
                right &= put(parts, field.key().text(), text);
            }
        }
        return right ? schedule(parts, map) : null;
    }

    private List<Yaml.Scalar> one(Field field) {
        Yaml.Scalar scalar = values.scalar(field);
        return scalar == null ? List.of() : List.of(scalar);
    }

    private boolean put(ScheduleParts parts, String key, Yaml.Scalar scalar) {
        List<ScheduleMistake> warnings = values.reading().parse(scalar, 0, text -> parts.put(key, text),
                scalar.text());
        if (warnings == null) {
            return false;
        }
        warnings.forEach(warning -> values.reading().warning(scalar, warning, 0));
        return true;
    }

    private @Nullable Schedule schedule(ScheduleParts parts, Yaml.Mapping map) {
        try {
            return parts.schedule();
        } catch (ScheduleSyntaxException e) {
            e.mistakes().forEach(
                    mistake -> values.reading().mistake(map.span(), mistake.message(), mistake.remedy()));
            return null;
        }
    }
}
