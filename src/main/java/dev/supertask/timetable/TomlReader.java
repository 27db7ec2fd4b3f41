package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// The TOML of a task file's header becomes the raw tree, so that it is read like any other timetable, with the
/// places of the file.
record TomlReader(Reading reading, TaskHeader header) {

    /// The header's map; null with the mistakes told where it is no TOML.
    Yaml.@Nullable Mapping read() {
        TomlParseResult result = Toml.parse(header.toml());
        if (!result.hasErrors()) {
            return mapping(result, header.opening());
        }
        TomlMistakes mistakes = new TomlMistakes(reading, header);
        List<String> lines = new ArrayList<>(header.lines().stream().map(TaskHeader.Line::text).toList());
        // The library gives up behind lines that it cannot read: the next ones are found without those.
        List<Integer> unreadable = mistakes.tell(result.errors());
        while (!unreadable.isEmpty()) {
            unreadable.forEach(number -> lines.set(number - 1, ""));
            unreadable = mistakes.tellNext(Toml.parse(String.join("\n", lines) + "\n").errors());
        }
        return null;
    }

    private Yaml.Mapping mapping(TomlTable table, Span span) {
        record Placed(String key, TomlPosition at) {}
        List<Yaml.Entry> entries = table.keySet().stream()
                .map(key -> new Placed(key, Objects.requireNonNull(table.inputPositionOf(List.of(key)))))
                .sorted(Comparator.comparingInt((Placed placed) -> placed.at().line())
                        .thenComparingInt(placed -> placed.at().column()))
                .map(placed -> entry(placed.key(), placed.at(),
                        Objects.requireNonNull(table.get(List.of(placed.key())))))
                .toList();
        return new Yaml.Mapping(span, entries);
    }

    private Yaml.Entry entry(String key, TomlPosition at, Object value) {
        TaskHeader.Line line = header.lines().get(at.line() - 1);
        TomlPlaces places = new TomlPlaces(line);
        Span name = places.key(at.column() - 1);
        return new Yaml.Entry(new Yaml.Scalar(name, key, false), tree(value, places.valueOf(at.column() - 1)));
    }

    private Yaml tree(Object value, Span span) {
        return switch (value) {
            case TomlTable table -> mapping(table, span);
            case TomlArray array -> array(array, span);
            case String text -> new Yaml.Scalar(span, text, false);
            case Double number when number.isNaN() -> new Yaml.Scalar(span, ".nan", true);
            case Double number when number.isInfinite() -> new Yaml.Scalar(span, number > 0 ? ".inf" : "-.inf", true);
            case Long number -> new Yaml.Scalar(span, number.toString(), true);
            case Double number -> new Yaml.Scalar(span, number.toString(), true);
            case Boolean flag -> new Yaml.Scalar(span, flag.toString(), true);
            // The four kinds of dates and times, which are text to everyone here.
            default -> new Yaml.Scalar(span, written(span), false);
        };
    }

    private String written(Span span) {
        String line = reading.source().line(span.line());
        return line.substring(line.offsetByCodePoints(0, span.column()), line.offsetByCodePoints(0, span.endColumn()));
    }

    private Yaml.Sequence array(TomlArray array, Span span) {
        List<Yaml> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            TomlPosition at = array.inputPositionOf(i);
            TaskHeader.Line line = header.lines().get(at.line() - 1);
            items.add(tree(array.get(i), new TomlPlaces(line).value(at.column() - 1)));
        }
        return new Yaml.Sequence(span, List.copyOf(items));
    }
}
