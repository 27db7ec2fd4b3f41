package dev.supertask.timetable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Reads the files that `env-file` names: their variables are the jobs'. `-` before a name says that the file
/// may be missing, as in systemd's `EnvironmentFile=`.
record EnvFiles(Part part) {

    /// The variables of all files that a field names; of a name in several, the last one's.
    Map<String, String> read(@Nullable Field field, Values values) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (field != null) {
            values.oneOrMore(field).forEach(name -> variables.putAll(file(name, values.reading())));
        }
        return variables;
    }

    private Map<String, String> file(Yaml.Scalar scalar, Reading reading) {
        boolean optional = scalar.text().startsWith("-");
        String name = optional ? scalar.text().substring(1) : scalar.text();
        if (name.isBlank()) {
            reading.mistake(scalar.span(), "\"" + scalar.text() + "\" names no file", null);
            return Map.of();
        }
        Sources sources = part.whole().sources();
        Optional<Source> found = reading.parse(scalar, 0, text -> optional
                ? sources.ifThere(part.text(), text)
                : Optional.of(sources.find(part.text(), text)), name);
        return found == null || found.isEmpty() ? Map.of() : part.whole().variables(found.get(), true);
    }
}
