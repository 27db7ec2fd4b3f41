package dev.supertask.timetable;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// Reads the values of keys that say how many or how much; tells what does not fit and answers null.
record Quantities(Values values) {

    /// A size in bytes.
    @Nullable
    Long size(Field field) {
        Yaml.Scalar scalar = values.scalar(field);
        return scalar == null ? null : values.reading().parse(scalar, 0, SizeText::parse, scalar.text());
    }

    /// A whole number from 1.
    @Nullable
    Long count(Field field) {
        Yaml.Scalar scalar = values.scalar(field);
        if (scalar == null) {
            return null;
        }
        if (scalar.text().matches("0*[1-9]\\d{0,14}")) {
            return Long.valueOf(scalar.text());
        }
        values.reading().mistake(scalar.span(), "\"" + scalar.text() + "\" is no number from 1",
                "write one, or remove the key");
        return null;
    }

    /// A duration of whole seconds, at least one.
    @Nullable
    Duration seconds(Field field) {
        Duration duration = values.duration(field, false);
        if (duration != null && (duration.toNanosPart() != 0 || duration.toSeconds() < 1)) {
            values.reading().mistake(field.value().span(), field.label() + " must be whole seconds",
                    "write a duration such as 90s or 1h");
            return null;
        }
        return duration;
    }
}
