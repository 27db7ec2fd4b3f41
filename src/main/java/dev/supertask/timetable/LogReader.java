package dev.supertask.timetable;

import java.util.List;

import dev.supertask.job.LogSettings;
import org.jspecify.annotations.Nullable;

/// Reads the `log` map, each key falling back to what held before.
record LogReader(Values values) {
    private static final String APART = "apart";
    private static final String KEPT = "head+tail";

    /// @param where what the map around it is called: `job "backup"` or `"defaults"`
    LogSettings read(@Nullable Field field, String where, LogSettings before) {
        Yaml.Mapping map = field == null ? null : values.map(field, "write {max-size: 10MiB}, for example");
        if (map == null) {
            return before;
        }
        Fields fields = Fields.of(map, " in \"log\" of " + where, Keys.LOG, values.reading());
        String streams = choice(fields.get("streams"), List.of(APART, "together"));
        // There is one way yet.
        choice(fields.get("keep"), List.of(KEPT));
        Field times = fields.get("times");
        Boolean timed = times == null ? null : values.flag(times);
        Field maxSize = fields.get("max-size");
        Long size = maxSize == null ? null : new Quantities(values).size(maxSize);
        return new LogSettings(streams == null ? before.apart() : streams.equals(APART),
                timed == null ? before.times() : timed, size == null ? before.maxSize() : size);
    }

    private @Nullable String choice(@Nullable Field field, List<String> choices) {
        if (field == null) {
            return null;
        }
        Yaml.Scalar scalar = values.scalar(field);
        if (scalar == null || choices.contains(scalar.text())) {
            return scalar == null ? null : scalar.text();
        }
        values.reading().mistake(scalar.span(), "\"" + scalar.text() + "\" is no value of " + field.label(),
                "write " + String.join(" or ", choices));
        return null;
    }
}
