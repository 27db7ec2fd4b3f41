package dev.supertask.timetable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What values look like, as fragments of JSON Schema. YAML takes a word for text, a number or a boolean by its
/// looks, while a timetable's reader sees text: where text is wanted, all three are right.
final class Shape {
    /// Text of any content.
    static final Map<String, Object> TEXT = Map.of("type", List.of("string", "number", "boolean"));

    /// `true` or `false`.
    static final Map<String, Object> FLAG = Map.of("type", "boolean");

    /// A time zone's name or offset.
    static final Map<String, Object> ZONE = text("^([A-Za-z][A-Za-z0-9/_+:-]*|[+-][0-9:]+)$");

    /// A duration with its unit, or in ISO-8601.
    static final Map<String, Object> DURATION = text(
            "^\\s*([0-9]+(ms|[smhdw])([0-9]+(ms|[smhd]))*|[Pp][0-9A-Za-z.]+)\\s*$");

    /// A size with its unit.
    static final Map<String, Object> SIZE = text("^\\s*[0-9]+([.][0-9]+)?\\s*(B|kB|[KMGT]iB|[MGT]B)\\s*$");

    /// A path; `~` means something to shells only.
    static final Map<String, Object> PATH = text("^(?!~(/|$)).*\\S");

    /// A list of texts.
    static final Map<String, Object> TEXTS = ordered("type", "array", "items", TEXT);

    /// A list of at least one text.
    static final Map<String, Object> WORDS = ordered("type", "array", "items", TEXT, "minItems", 1);

    /// How many, from 1; quoted or not.
    static final Map<String, Object> COUNT = ordered("type", List.of("integer", "string"), "minimum", 1, "pattern",
            "^0*[1-9][0-9]*$");

    /// Variables by name.
    static final Map<String, Object> ENV = ordered("type", "object", "propertyNames",
            Map.of("pattern", "^(?!SUPERTASK_)[A-Za-z_][A-Za-z0-9_]*$"), "additionalProperties", TEXT);

    private Shape() {}

    /// One of a few words.
    static Map<String, Object> oneOf(List<String> words) {
        return Map.of("enum", words);
    }

    /// Text of a form, which no number and no boolean has.
    static Map<String, Object> text(String pattern) {
        return ordered("type", "string", "pattern", pattern);
    }

    /// A whole number in bounds, or digits of a form.
    static Map<String, Object> integer(int least, int most, String pattern) {
        return ordered("type", List.of("integer", "string"), "minimum", least, "maximum", most, "pattern", pattern);
    }

    /// One value, or a list of at least one.
    static Map<String, Object> oneOrMore(Map<String, Object> value) {
        return Map.of("anyOf", List.of(value, ordered("type", "array", "items", value, "minItems", 1)));
    }

    /// Fields in their order, which is that of the printed schema.
    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
