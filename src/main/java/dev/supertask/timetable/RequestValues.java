package dev.supertask.timetable;

import org.jspecify.annotations.Nullable;

/// Reads what may hold [References].
record RequestValues(Values values) {

    /// A text; null where there is none.
    @Nullable
    String text(@Nullable Field field) {
        Yaml.Scalar scalar = field == null ? null : values.scalar(field);
        if (scalar == null) {
            return null;
        }
        References.check(scalar, values.reading());
        return scalar.text();
    }

    /// A password: one that stands in the text would be kept in the store, and shown to everybody who may look at the
    /// job.
    @Nullable
    String password(@Nullable Field field) {
        String password = text(field);
        if (field != null && password != null && !password.isEmpty() && !References.any(password)) {
            values.reading().mistake(field.value().span(), field.label() + " is written out",
                    "write ${NAME}, and put it into a variable of that name in Supertask's environment");
        }
        return password;
    }
}
