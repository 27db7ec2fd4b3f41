package dev.supertask.timetable;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.reader.StreamReader;

/// Writes block YAML, every text so that it is read back unchanged: as it is where that is safe,
/// several lines as a literal block, anything else in double quotes.
final class YamlWriter {
    /// What no reader of YAML takes for anything but text, and no person for anything odd.
    private static final Pattern SAFE = Pattern
            .compile("[A-Za-z0-9/_][A-Za-z0-9_./@+=%-]*(?: [A-Za-z0-9_./@+=%-]+)*");
    private static final int LONGEST_PLAIN = 100;

    private static final Span NOWHERE = new Span(0, 0, 0, 0);

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean item;

    /// Begins a map that is an entry of the list under the key that was [opened][#open].
    void openItem() {
        depth++;
        item = true;
    }

    /// Begins a map under a key.
    void open(String key) {
        key(key).append('\n');
        depth++;
    }

    /// Ends the innermost map.
    void close() {
        depth--;
    }

    /// A comment of one line in the place of a key.
    void comment(String words) {
        out.append("  ".repeat(depth)).append("# ").append(Words.oneLine(words)).append('\n');
    }

    /// An empty line, for the eye.
    void space() {
        out.append('\n');
    }

    void text(String key, String value) {
        key(key).append(' ').append(isBlock(value) ? block(value) : quoted(value)).append('\n');
    }

    /// A value that is no text, such as `false`.
    void literal(String key, String value) {
        key(key).append(' ').append(value).append('\n');
    }

    void list(String key, List<String> values) {
        String items = values.stream().map(YamlWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
        key(key).append(' ').append(items).append('\n');
    }

    String text() {
        return out.toString();
    }

    private StringBuilder key(String key) {
        String start = item ? "  ".repeat(depth - 1) + "- " : "  ".repeat(depth);
        item = false;
        return out.append(start).append(quoted(key)).append(':');
    }

    private static String quoted(String value) {
        boolean plain = value.length() <= LONGEST_PLAIN && SAFE.matcher(value).matches()
                && !new Yaml.Scalar(NOWHERE, value, true).isNothing();
        return plain ? value : escaped(value);
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default ->
                    text.append(isVisible(point) ? Character.toString(point) : "\\u%04x".formatted(point));
            }
        });
        return text.append('"').toString();
    }

    private static boolean isVisible(int point) {
        return switch (point) {
            case '\r', '\u0085', '\u2028', '\u2029', '\uFEFF' -> false;
            default -> StreamReader.isPrintable(point);
        };
    }

    /// Whether a literal block gives exactly this text back.
    private static boolean isBlock(String value) {
        return value.indexOf('\n') > 0 && !Character.isWhitespace(value.charAt(0))
                && value.chars().allMatch(c -> c == '\n' || c == '\t' || (c >= ' ' && c < 0x7F));
    }

    private String block(String value) {
        String chomp = !value.endsWith("\n") ? "-" : value.endsWith("\n\n") ? "+" : "";
        String body = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
        String indent = "  ".repeat(depth + 1);
        return "|" + chomp + Arrays.stream(body.split("\n", -1))
                .map(line -> line.isEmpty() ? "\n" : "\n" + indent + line).collect(Collectors.joining());
    }
}
