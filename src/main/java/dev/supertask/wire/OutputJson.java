package dev.supertask.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What runs give out, as programs see it.
final class OutputJson {
    private static final Pattern MAYBE_JSON = Pattern.compile("\\s*[\\[{\"].*|-?[0-9].*|true|false", Pattern.DOTALL);

    private OutputJson() {}

    /// Values by their names.
    static Map<String, Object> values(Map<String, String> outputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        outputs.forEach((name, text) -> values.put(name, value(text)));
        return values;
    }

    /// What JSON stands for; any other text is itself. A number is one only where it is written as JSON writes it:
    /// `1.10` may be a version.
    private static Object value(String text) {
        if (!MAYBE_JSON.matcher(text).matches()) {
            return text;
        }
        try {
            Object value = Json.read(text, Object.class);
            return value instanceof Number && !Json.line(value).equals(text) ? text : value;
        } catch (IllegalArgumentException noJson) {
            return text;
        }
    }
}
