package dev.supertask.cli;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.supertask.wire.Json;
import org.jspecify.annotations.Nullable;

/// Comma-separated values as RFC 4180 has them. What is nested is made flat: `origin.host` is a column,
/// a list's items are joined with `; ` and a map's members are `key=value` between such; where one of them holds
/// such signs itself, the whole is JSON. Null is nothing at all and an empty text is `""`, as PostgreSQL's
/// `COPY` has it. So everything can be read back as it was.
final class Csv {
    private static final String END_OF_LINE = "\r\n";
    /// What nobody takes for a separator, nor for the beginning of JSON.
    private static final Pattern PLAIN = Pattern.compile("[^\\s;=\\[{](?:[^;=\\p{Cntrl}]*[^\\s;=])?");

    private Csv() {}

    /// Writes the heading and a line for each tree, which is a map.
    static String write(List<String> columns, List<?> trees) {
        StringBuilder out = new StringBuilder(line(columns));
        trees.forEach(
                tree -> out.append(line(columns.stream().map(column -> text(at(tree, column))).toList())));
        return out.toString();
    }

    private static String line(List<String> fields) {
        return String.join(",", fields) + END_OF_LINE;
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
            case String text -> text.isEmpty() ? "\"\"" : field(text);
            case List<?> list -> field(list.stream().allMatch(Csv::isPlain)
                    ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
                    : Json.line(list));
            case Map<?, ?> map -> field(map.keySet().stream().allMatch(Csv::isPlain)
                    && map.values().stream().allMatch(Csv::isPlain)
                            ? map.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                                    .collect(Collectors.joining("; "))
                            : Json.line(map));
            case Object other -> field(other.toString());
        };
    }

    private static boolean isPlain(@Nullable Object item) {
        return item instanceof String text && PLAIN.matcher(text).matches();
    }

    private static String field(String text) {
        boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
