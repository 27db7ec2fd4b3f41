package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.supertask.testkit.CoreYaml;
import dev.supertask.testkit.CsvReader;
import dev.supertask.timetable.YamlText;
import dev.supertask.wire.Columns;
import dev.supertask.wire.FindingJson;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.Json;
import dev.supertask.wire.NamespaceJson;
import dev.supertask.wire.ProblemJson;
import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// `--output yaml` and `--output csv` say the same as `--output json`, whatever stands in the values.
class RoundTripTest {
    private static final List<String> ODD = List.of("", " ", "a b", "007", "0o17", "1e3", "0x1F", "1_000", "12:30:00",
            "2026-11-24", ".5", "+1", "-.inf", ".nan", "null", "~", "true", "yes", "No", "<<", "=", "a: b", "- a", "#x",
            "x #y", "\"q\"", "'", "a\nb", "a\n", "\n", "\n\na", "  a\n b", "a\r\nb", "tab\t", " lead", "trail ", "[x]",
            "{y}", "a;b", "a; b", "k=v", "日本", "e\u0301", "\ud83d\ude00", "\u2028", "\u0085", "\u001b[31m", "\ufeff",
            "%", "@", "`", "&a", "*a", "!t", "|", ">", "?", "-", "---", "...", "a,b", "\\", "\\n", "x\u0000y");

    @ParameterizedTest
    @ValueSource(classes = {JobJson.class, RunJson.class, NamespaceJson.class, ProblemJson.class, FindingJson.class})
    void ofEveryListing(Class<? extends Record> type) throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            Object tree = Json.tree(record(type, random));
            String json = Json.line(tree);
            String yaml = YamlText.write(tree);
            assertEquals(json, Json.line(CoreYaml.read(yaml)), yaml);
            assertEquals(json, Json.line(new Yaml().load(yaml)), yaml);
            String csv = Csv.write(Columns.of(type), List.of(tree));
            List<List<@Nullable String>> lines = CsvReader.read(csv);
            assertEquals(Columns.of(type), lines.getFirst());
            assertEquals(json, Json.line(Objects.requireNonNull(read(type, "", lines))), csv);
        }
    }

    private static Record record(Class<? extends Record> type, Random random) throws ReflectiveOperationException {
        RecordComponent[] parts = type.getRecordComponents();
        @Nullable
        Object[] values = new @Nullable Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            boolean mayBeNull = parts[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = mayBeNull && random.nextInt(3) == 0 ? null : value(parts[i].getType(), random);
        }
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }

    private static Object value(Class<?> type, Random random) throws ReflectiveOperationException {
        if (type.isRecord()) {
            return record(type.asSubclass(Record.class), random);
        }
        return switch (type.getSimpleName()) {
            case "String" -> text(random);
            case "List" -> IntStream.range(0, random.nextInt(4)).mapToObj(_ -> text(random)).toList();
            case "Map" -> IntStream.range(0, random.nextInt(4)).boxed()
                    .collect(Collectors.toMap(i -> i + text(random), _ -> text(random)));
            case "boolean" -> random.nextBoolean();
            case "int", "Integer" -> random.nextInt();
            case "long", "Long" -> random.nextLong(1L << 50);
            case "OffsetDateTime" -> OffsetDateTime.parse("2026-11-24T12:00:00+01:00");
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(2)).mapToObj(_ -> ODD.get(random.nextInt(ODD.size())))
                .collect(Collectors.joining());
    }

    /// The data of a line, by the types of its columns.
    private static @Nullable Map<String, @Nullable Object> read(Class<?> type, String prefix,
            List<List<@Nullable String>> lines) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (RecordComponent part : type.getRecordComponents()) {
            String name = prefix + part.getName();
            tree.put(part.getName(), part.getType().isRecord()
                    ? read(part.getType(), name + ".", lines)
                    : read(part.getType(), lines.get(1).get(lines.getFirst().indexOf(name))));
        }
        return !prefix.isEmpty() && tree.values().stream().allMatch(value -> value == null) ? null : tree;
    }

    private static @Nullable Object read(Class<?> type, @Nullable String field) {
        String text = field == null ? "" : field;
        return switch (type.getSimpleName()) {
            case "List" -> text.startsWith("[")
                    ? Json.readList(text, String.class)
                    : text.isEmpty() ? List.of()
                    : List.of(text.split("; "));
            case "Map" -> text.startsWith("{") ? Json.read(text, Map.class) : members(text);
            case "boolean" -> Boolean.valueOf(text);
            case "int", "Integer", "long", "Long" -> field == null ? null : Long.valueOf(field);
            case String _ -> field;
        };
    }

    private static Map<String, String> members(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            Arrays.stream(text.split("; ")).map(member -> member.split("=", 2))
                    .forEach(member -> members.put(member[0], member[1]));
        }
        return members;
    }
}
