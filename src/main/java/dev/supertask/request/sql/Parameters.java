package dev.supertask.request.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.supertask.request.errand.Errand;
import dev.supertask.request.errand.FailedException;
import dev.supertask.wire.Json;
import org.jspecify.annotations.Nullable;

/// The values that are bound: those of a list to the `?` of all statements in order, those of a map to `:name`. A list or
/// a map among them is bound as the text of its JSON.
final class Parameters {
    private final boolean named;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private int next;

    private Parameters(boolean named) {
        this.named = named;
    }

    /// A statement with `?` for each of its parameters, and their values.
    record Bound(String sql, List<@Nullable Object> values) {

        void bindTo(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                bind(statement, i + 1, values.get(i));
            }
        }

        private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
            switch (value) {
                case null -> statement.setNull(index, Types.NULL);
                case Boolean flag -> statement.setBoolean(index, flag);
                case Integer number -> statement.setInt(index, number);
                case Long number -> statement.setLong(index, number);
                case BigInteger number -> statement.setBigDecimal(index, new BigDecimal(number));
                case BigDecimal number -> statement.setBigDecimal(index, number);
                case Number number -> statement.setDouble(index, number.doubleValue());
                case String text -> statement.setString(index, text);
                default -> statement.setString(index, Json.line(value));
            }
        }
    }

    /// Reads them.
    ///
    /// @param json a list or a map
    static Parameters read(String json, Errand errand) throws FailedException {
        Object tree = Json.parse(json);
        Parameters parameters = new Parameters(tree instanceof Map);
        if (tree instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                parameters.values.put(String.valueOf(entry.getKey()), expanded(entry.getValue(), errand));
            }
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                parameters.values.put(Integer.toString(i), expanded(list.get(i), errand));
            }
        }
        return parameters;
    }

    private static @Nullable Object expanded(@Nullable Object value, Errand errand) throws FailedException {
        return value instanceof String text ? errand.expand(text) : value;
    }

    /// Finds the parameters of a statement.
    ///
    /// @param label what messages call it
    /// @param escape what stands for a `?` that is none, where parameters have names
    Bound of(String statement, String label, String escape) throws FailedException {
        if (values.isEmpty()) {
            return new Bound(statement, List.of());
        }
        List<@Nullable Object> bound = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        String sql = new SqlText(statement).withParameters((name, out) -> {
            boolean mark = name.equals("?");
            if (mark == named) {
                out.append(mark ? escape : ":" + name);
                return;
            }
            String key = mark ? Integer.toString(next++) : name;
            if (!values.containsKey(key)) {
                missing.add(mark
                        ? "more \"?\" than \"params\" has values, " + values.size()
                        : "\":" + name + "\", which \"params\" does not have");
            }
            used.add(key);
            bound.add(values.get(key));
            out.append('?');
        });
        if (!missing.isEmpty()) {
            throw new FailedException(label + " uses " + missing.getFirst());
        }
        return new Bound(bound.isEmpty() ? statement : sql, bound);
    }

    /// Makes sure that each was for something.
    void requireUsed() throws FailedException {
        List<String> unused = values.keySet().stream().filter(key -> !used.contains(key)).toList();
        if (!unused.isEmpty()) {
            throw new FailedException(named
                    ? "no statement uses \":" + unused.getFirst() + "\" of \"params\""
                    : "the statements have " + used.size() + " \"?\", \"params\" has " + values.size() + " values");
        }
    }
}
