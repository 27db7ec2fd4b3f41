package dev.supertask.timetable;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.reader.StreamReader;

/// Values of any type: arguments of a Python function. Texts, numbers, booleans and nothing by the core schema of
/// YAML 1.2, lists and maps of these; kept as JSON on one line, which is YAML as well. Python's JSON has the numbers
/// `Infinity` and `NaN`, too.
record Literals(Reading reading) {
    /// The kernel hands no longer word to a program than 128 KiB.
    private static final int LONGEST = 100_000;
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OTHER_BASE = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    /// What stands in a flow without quotes.
    private static final Pattern SAFE = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./@+=%-]*(?: [A-Za-z0-9_./@+=%-]+)*");

    /// The JSON of a value.
    ///
    /// @param label what messages call it
    String json(Yaml value, String label) {
        String json = json(value);
        if (json.length() > LONGEST) {
            reading.mistake(value.span(), label + " is longer than a program takes, 100000 characters",
                    "write it into a file, and hand over its name");
            return "null";
        }
        return json;
    }

    private String json(Yaml value) {
        return switch (value) {
            case Yaml.Scalar scalar -> scalar.plain() ? plain(scalar) : string(scalar.text());
            case Yaml.Sequence list -> list.items().stream().map(this::json)
                    .collect(Collectors.joining(", ", "[", "]"));
            case Yaml.Mapping map -> Fields.any(map, key -> "\"" + key + "\"", reading).all().stream()
                    .map(field -> string(field.key().text()) + ": " + json(field.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Yaml.Broken broken -> "null";
        };
    }

    private static String plain(Yaml.Scalar scalar) {
        String text = scalar.text();
        if (scalar.isNothing()) {
            return "null";
        }
        if (WHOLE.matcher(text).matches()) {
            String digits = text.replaceFirst("^[-+]?0*(?=[0-9])", "");
            return text.startsWith("-") ? "-" + digits : digits;
        }
        if (OTHER_BASE.matcher(text).matches()) {
            return new BigInteger(text.substring(2), text.charAt(1) == 'o' ? 8 : 16).toString();
        }
        if (DECIMAL.matcher(text).matches()) {
            return text.replaceFirst("^\\+", "").replaceFirst("^(-?)0*(?=[0-9])", "$1")
                    .replaceFirst("^(-?)\\.", "$10.").replaceFirst("\\.(?![0-9])", ".0");
        }
        return switch (text) {
            case "true", "True", "TRUE" -> "true";
            case "false", "False", "FALSE" -> "false";
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> "Infinity";
            case "-.inf", "-.Inf", "-.INF" -> "-Infinity";
            case ".nan", ".NaN", ".NAN" -> "NaN";
            default -> string(text);
        };
    }

    private static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(
                        isVisible(point) ? Character.toString(point) : "\\u%04x".formatted(point));
            }
        });
        return out.append('"').toString();
    }

    private static boolean isVisible(int point) {
        return switch (point) {
            case '\r', '\u0085', '\u2028', '\u2029', '\uFEFF' -> false;
            default -> StreamReader.isPrintable(point);
        };
    }

    /// The entries of a JSON map.
    static List<Yaml.Entry> entries(String json) {
        return tree(json) instanceof Yaml.Mapping map ? map.entries() : List.of();
    }

    /// JSON as people write it in YAML, on one line.
    static String flow(String json) {
        return flow(tree(json));
    }

    private static Yaml tree(String json) {
        Yaml tree = TreeReader.read(new Reading(new SourceText("arguments", json)));
        return tree == null ? new Yaml.Broken(new Span(0, 0, 0, 0)) : tree;
    }

    /// A value of such a map on one line.
    static String flow(Yaml value) {
        return switch (value) {
            case Yaml.Scalar scalar -> scalar.plain() ? special(scalar.text()) : quoted(scalar.text());
            case Yaml.Sequence list -> list.items().stream().map(Literals::flow)
                    .collect(Collectors.joining(", ", "[", "]"));
            case Yaml.Mapping map -> map.entries().stream()
                    .map(entry -> quoted(entry.key().text()) + ": " + flow(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Yaml.Broken broken -> "null";
        };
    }

    private static String special(String number) {
        return switch (number) {
            case "Infinity" -> ".inf";
            case "-Infinity" -> "-.inf";
            case "NaN" -> ".nan";
            default -> number;
        };
    }

    private static String quoted(String text) {
        String json = string(text);
        boolean plain = text.length() <= 100 && special(text).equals(text) && SAFE.matcher(text).matches()
                && plain(new Yaml.Scalar(new Span(0, 0, 0, 0), text, true)).equals(json);
        return plain ? text : json;
    }
}
