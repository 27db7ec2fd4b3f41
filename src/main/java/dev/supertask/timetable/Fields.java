package dev.supertask.timetable;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.supertask.problem.Nearest;
import org.jspecify.annotations.Nullable;

/// The keys of one map, checked against those that it may have.
final class Fields {
    private final Map<String, Field> fields = new LinkedHashMap<>();
    /// What the mistyped and the later keys were meant to be: nothing is missing that is only misspelt.
    private final Set<String> meant = new HashSet<>();

    private Fields() {}

    /// Any keys, each once.
    ///
    /// @param label what messages call a key
    static Fields any(Yaml.Mapping map, UnaryOperator<String> label, Reading reading) {
        Fields fields = new Fields();
        map.entries().forEach(entry -> fields.add(entry, label.apply(entry.key().text()), reading));
        return fields;
    }

    /// Only these keys, each once.
    ///
    /// @param where how messages go on after the key, such as ` in job "backup"`; may be empty
    static Fields of(Yaml.Mapping map, String where, Keys keys, Reading reading) {
        Fields fields = new Fields();
        for (Yaml.Entry entry : map.entries()) {
            String key = entry.key().text();
            String label = "\"" + key + "\"" + where;
            if (keys.known().contains(key)) {
                fields.add(entry, label, reading);
            } else if (keys.later().contains(key)) {
                fields.meant.add(key);
                reading.mistake(entry.key().span(), label + " is not known to this version",
                        "remove it; it comes with a later one");
            } else {
                String near = Synonyms.of(key, keys.known()).or(() -> Nearest.to(key, keys.known()))
                        .orElse(null);
                if (near != null) {
                    fields.meant.add(near);
                }
                reading.mistake(entry.key().span(), "unknown key " + label,
                        near != null ? "did you mean \"" + near + "\"?" : "known here: " + keys.list());
            }
        }
        return fields;
    }

    private void add(Yaml.Entry entry, String label, Reading reading) {
        Field field = new Field(label, entry.key(), entry.value());
        Field first = fields.putIfAbsent(entry.key().text(), field);
        if (first != null) {
            reading.mistake(entry.key().span(), label + " is given twice",
                    "it stands at " + (first.key().span().line() + 1) + ":"
                            + (first.key().span().column() + 1)
                            + " already; keep one");
        }
    }

    /// All of them in the order of the text.
    Collection<Field> all() {
        return fields.values();
    }

    @Nullable
    Field get(String key) {
        return fields.get(key);
    }

    /// Whether one of these keys is there, or was meant by one that is misspelt.
    boolean hint(Collection<String> keys) {
        return keys.stream().anyMatch(key -> fields.containsKey(key) || meant.contains(key));
    }
}
