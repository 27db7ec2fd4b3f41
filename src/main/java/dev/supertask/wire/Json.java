package dev.supertask.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Values to JSON and back, in one form everywhere: ISO-8601 times with offset, fields in the order of
/// their records.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
                    DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    // One element a line, and nothing between the brackets of what is empty.
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("").withObjectEmptySeparator(""))
            .withArrayIndenter(
                    DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

    private Json() {}

    /// On one line.
    public static String line(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// Indented, for people and files.
    public static String pretty(Object value) {
        return MAPPER.writer().with(LAYOUT).writeValueAsString(value);
    }

    /// Any data as maps, lists, texts, numbers and booleans: fractions are exact, `NaN` and `Infinity` are numbers.
    ///
    /// @throws IllegalArgumentException if the text is no JSON
    public static @Nullable Object parse(String text) {
        try {
            return MAPPER.readerFor(Object.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).readValue(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// What a JSON Pointer (RFC 6901) leads to: a text as it is, anything else as JSON on one line; empty where there is
    /// nothing.
    ///
    /// @throws IllegalArgumentException if the bytes are no JSON
    public static Optional<String> at(byte[] json, String pointer) {
        try {
            JsonNode node = MAPPER.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .<JsonNode>readValue(json).at(pointer);
            return node.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(node.isString() ? node.stringValue() : node.toString());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// The same data as maps, lists, texts, numbers and booleans, for other forms than JSON.
    public static Object tree(Object value) {
        return MAPPER.readValue(line(value), Object.class);
    }

    /// The data of a record as [#tree]; what stands in one of its members takes the place of that member.
    public static Map<String, @Nullable Object> flat(Record value, String member) {
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        members(tree(value)).forEach((name, data) -> {
            if (name.equals(member)) {
                flat.putAll(members(data));
            } else {
                flat.put(name, data);
            }
        });
        return flat;
    }

    /// A record as plain maps, lists and values, by the names of its components.
    public static Map<String, @Nullable Object> object(Record value) {
        return members(tree(value));
    }

    private static Map<String, @Nullable Object> members(@Nullable Object tree) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, data) -> members.put(String.valueOf(name), data));
        }
        return members;
    }

    /// Reads a value.
    ///
    /// @throws IllegalArgumentException if the text is no such value
    public static <T> T read(String text, Class<T> type) {
        return read(text, type, MAPPER.readerFor(type));
    }

    /// Reads a value none of whose members may be absent or null.
    ///
    /// @throws IllegalArgumentException if the text is no such value
    static <T> T readWhole(String text, Class<T> type) {
        return read(text, type, MAPPER.readerFor(type).with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES));
    }

    private static <T> T read(String text, Class<T> type, ObjectReader reader) {
        try {
            T value = reader.readValue(text);
            if (value == null) {
                throw new IllegalArgumentException("no " + type.getSimpleName() + ": null");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /// Reads a list of values.
    ///
    /// @throws IllegalArgumentException if the text is no such list
    public static <T> List<T> readList(String text, Class<T> elements) {
        try {
            return MAPPER.readerForListOf(elements).readValue(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "no list of " + elements.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /// Whether an object's text has a member of that name.
    static boolean hasMember(String text, String member) {
        return node(text).has(member);
    }

    /// Reads one member of an object.
    static <T> T readMember(String text, String member, Class<T> type) {
        return read(node(text).path(member).toString(), type);
    }

    /// Reads one member of an object, which is a list.
    static <T> List<T> readListMember(String text, String member, Class<T> elements) {
        return readList(node(text).path(member).toString(), elements);
    }

    private static JsonNode node(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
