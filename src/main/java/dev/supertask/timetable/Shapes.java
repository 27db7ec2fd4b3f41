package dev.supertask.timetable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the keys of one kind of map mean and what their values look like, in the order in which an editor
/// proposes them.
///
/// @param byKey a fragment of JSON Schema for each key, with its description
record Shapes(Map<String, Map<String, Object>> byKey) {

    /// No keys yet.
    Shapes() {
        this(Map.of());
    }

    /// One key more.
    ///
    /// @param description what it means, in one sentence
    /// @param value what its value looks like, a fragment of JSON Schema
    Shapes key(String key, String description, Map<String, Object> value) {
        Map<String, Map<String, Object>> more = new LinkedHashMap<>(byKey);
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("description", description);
        shape.putAll(value);
        more.put(key, shape);
        return new Shapes(more);
    }

    /// The keys that have no line here.
    Set<String> missing(Keys keys) {
        Set<String> missing = new TreeSet<>(keys.known());
        missing.removeAll(byKey.keySet());
        return missing;
    }

    /// The schema of a map that may have these keys. A key without a line may have any value, so that the schema
    /// never refuses what the reader takes.
    Map<String, Object> object(Keys keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        byKey.forEach((key, shape) -> {
            if (keys.known().contains(key)) {
                properties.put(key, shape);
            }
        });
        missing(keys).forEach(key -> properties.put(key, Map.of()));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("properties", properties);
        return object;
    }

    /// Those of some keys that this version knows, as a choice: a map has one of them.
    static List<Map<String, Object>> choice(List<String> keys, Keys known) {
        return keys.stream().filter(known.known()::contains)
                .map(key -> Map.<String, Object>of("required", List.of(key))).toList();
    }
}
