package dev.supertask.timetable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.supertask.keeper.NativePath;
import dev.supertask.problem.Nearest;
import dev.supertask.schedule.DurationText;
import org.jspecify.annotations.Nullable;

/// Reads the values of keys by their type; tells what does not fit and answers null (or what fits).
record Values(Reading reading) {

    /// A map.
    Yaml.@Nullable Mapping map(Field field, String remedy) {
        if (field.value() instanceof Yaml.Mapping map) {
            return map;
        }
        wrong(field, "a map", remedy);
        return null;
    }

    /// A value that is no list and no map.
    Yaml.@Nullable Scalar scalar(Field field) {
        if (field.value() instanceof Yaml.Scalar scalar && !scalar.isNothing()) {
            return scalar;
        }
        wrong(field, "one value", null);
        return null;
    }

    @Nullable
    String text(Field field) {
        Yaml.Scalar scalar = scalar(field);
        return scalar == null ? null : scalar.text();
    }

    /// A list of texts.
    List<String> texts(Field field, String remedy) {
        if (field.value() instanceof Yaml.Sequence list) {
            return scalars(list, field).stream().map(Yaml.Scalar::text).toList();
        }
        wrong(field, "a list", remedy);
        return List.of();
    }

    /// One text, or a list of at least one.
    List<Yaml.Scalar> oneOrMore(Field field) {
        if (!(field.value() instanceof Yaml.Sequence list)) {
            Yaml.Scalar scalar = scalar(field);
            return scalar == null ? List.of() : List.of(scalar);
        }
        if (list.items().isEmpty()) {
            reading.mistake(list.span(), field.label() + " is an empty list",
                    "write at least one, or remove the key");
        }
        return scalars(list, field);
    }

    private List<Yaml.Scalar> scalars(Yaml.Sequence list, Field field) {
        List<Yaml.Scalar> scalars = new ArrayList<>();
        for (Yaml item : list.items()) {
            if (item instanceof Yaml.Scalar scalar && !scalar.isNothing()) {
                scalars.add(scalar);
            } else if (!(item instanceof Yaml.Broken)) {
                String kind = item instanceof Yaml.Scalar ? "empty" : item.kind();
                reading.mistake(item.span(), "an entry of " + field.label() + " must be text, but is " + kind,
                        item instanceof Yaml.Mapping ? "quote the whole entry if it holds \": \"" : null);
            }
        }
        return scalars;
    }

    /// `true` or `false`, and nothing else: YAML 1.2 knows no `yes`.
    @Nullable
    Boolean flag(Field field) {
        Yaml.Scalar scalar = scalar(field);
        if (scalar == null) {
            return null;
        }
        return switch (scalar.text().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                reading.mistake(scalar.span(), "\"" + scalar.text() + "\" is no boolean",
                        "write true or false");
                yield null;
            }
        };
    }

    /// One of a few words.
    <T> @Nullable T choice(Field field, T[] choices, Function<T, String> word) {
        Yaml.Scalar scalar = scalar(field);
        if (scalar == null) {
            return null;
        }
        List<String> words = Stream.of(choices).map(word).toList();
        int index = words.indexOf(scalar.text());
        if (index >= 0) {
            return choices[index];
        }
        String hint = Nearest.hint(scalar.text(), words);
        reading.mistake(scalar.span(), field.label() + " cannot be \"" + scalar.text() + "\"",
                hint != null ? hint : "write one of " + String.join(", ", words));
        return null;
    }

    /// A duration with its unit, that may be zero only where that is said.
    @Nullable
    Duration duration(Field field, boolean mayBeZero) {
        Yaml.Scalar scalar = scalar(field);
        if (scalar == null) {
            return null;
        }
        Duration duration = reading.parse(scalar, 0, DurationText::parse, scalar.text());
        if (duration != null && !duration.isPositive() && !(mayBeZero && duration.isZero())) {
            reading.mistake(scalar.span(), field.label() + " must be longer than nothing",
                    "write a duration such as 30s, 5m or 2h, or remove the key");
            return null;
        }
        return duration;
    }

    /// A path, resolved against a folder.
    @Nullable
    Path path(Field field, Path folder) {
        Yaml.Scalar scalar = scalar(field);
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        if (text.equals("~") || text.startsWith("~/")) {
            reading.mistake(scalar.span(), "\"~\" means a home folder only to a shell",
                    "write the absolute path");
            return null;
        }
        try {
            if (!text.isBlank()) {
                return folder.resolve(NativePath.of(text)).normalize();
            }
        } catch (InvalidPathException e) {
            // Told below, like a blank one.
        }
        reading.mistake(scalar.span(), "\"" + text + "\" is no path", null);
        return null;
    }

    private void wrong(Field field, String wanted, @Nullable String remedy) {
        String label = field.label();
        if (field.value() instanceof Yaml.Scalar scalar && scalar.isNothing()) {
            reading.mistake(field.key().span(), label + " has no value",
                    remedy != null ? remedy : "write one, or remove the key");
        } else if (!(field.value() instanceof Yaml.Broken)) {
            reading.mistake(field.value().span(),
                    label + " must be " + wanted + ", but is " + field.value().kind(),
                    remedy);
        }
    }
}
