package dev.supertask.timetable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Reads an `env` map, and the files that `env-file` beside it names.
record EnvReader(EnvText text, Values values, EnvFiles files) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /// What a job learns of its run is told under these names.
    private static final String RESERVED = "SUPERTASK_";
    /// Parameters are told under these names, by whoever has some.
    static final String PARAMETER = RESERVED + "PARAM_";

    static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    static boolean isReserved(String word) {
        return word.startsWith(RESERVED) && !word.startsWith(PARAMETER);
    }

    /// The variables of a map and of the files beside it; the map's own win.
    Map<String, String> read(@Nullable Field map, @Nullable Field file, String where) {
        Map<String, String> env = files.read(file, values);
        env.putAll(read(map, where));
        return env;
    }

    /// The variables of a map, in its order.
    Map<String, String> read(@Nullable Field field, String where) {
        Map<String, String> env = new LinkedHashMap<>();
        if (field == null) {
            return env;
        }
        Yaml.Mapping map = values.map(field, "write {NAME: value}");
        if (map != null) {
            for (Field variable : Fields.any(map, name -> "\"" + name + "\" in " + where, values.reading())
                    .all()) {
                String name = variable.key().text();
                if (mayBeSet(variable)) {
                    String value = value(variable);
                    if (value != null) {
                        env.put(name, value);
                    }
                }
            }
        }
        return env;
    }

    private boolean mayBeSet(Field variable) {
        String name = variable.key().text();
        if (!isName(name)) {
            values.reading().mistake(variable.key().span(), "\"" + name + "\" cannot name a variable",
                    "use letters, digits and \"_\", and no digit first");
            return false;
        }
        if (isReserved(name)) {
            values.reading().mistake(variable.key().span(),
                    "\"" + name + "\" cannot be set: \"" + RESERVED + "\" names are Supertask's",
                    "choose another name");
            return false;
        }
        return true;
    }

    private @Nullable String value(Field variable) {
        if (variable.value() instanceof Yaml.Scalar scalar && scalar.isNothing()) {
            values.reading().mistake(variable.key().span(), variable.label() + " has no value",
                    "write \"\" for an empty one");
            return null;
        }
        Yaml.Scalar scalar = values.scalar(variable);
        return scalar == null ? null : text.expand(scalar);
    }
}
