package dev.supertask.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.supertask.wire.Json;
import org.jspecify.annotations.Nullable;

/// Comma-separated values as RFC 4180 has them. What is nested is made flat: `origin.host` is a column,
/// a list's items are joined with `; `, null is empty.
final class Csv {
    private static final String END_OF_LINE = "\r\n";

    private Csv() {}

    /// Writes the heading and a line for each tree, which is a map.
    static String write(List<String> columns, List<?> trees) {
        StringBuilder out = new StringBuilder(line(columns));
        trees.forEach(
                tree -> out.append(line(columns.stream().map(column -> text(at(tree, column))).toList())));
        return out.toString();
    }

    private static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    private static @Nullable Object at(@Nullable Object tree, String path) {
        if (!(tree instanceof Map<?, ?> map)) {
            return null;
        }
        int dot = path.indexOf('.');
        return dot < 0 ? map.get(path) : at(map.get(path.substring(0, dot)), path.substring(dot + 1));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(Csv::item).collect(Collectors.joining("; "));
            case Map<?, ?> map ->
                map.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("; "));
            case Object other -> other.toString();
        };
    }

    private static String item(@Nullable Object item) {
        return item instanceof Map<?, ?> map ? Json.line(map) : text(item);
    }

    private static String field(String text) {
        boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
