package dev.supertask.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.supertask.run.Cause;
import dev.supertask.run.RunId;
import org.jspecify.annotations.Nullable;

/// How a [Cause] lies in the columns of a run: arrays, null where there is nothing to say, as of nearly all runs.
final class CauseColumns {
    private CauseColumns() {}

    /// Names and values in turn.
    static String @Nullable [] params(Cause cause) {
        return cause.params().isEmpty()
                ? null
                : cause.params().entrySet().stream().flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                        .toArray(String[]::new);
    }

    static String @Nullable [] upstream(Cause cause) {
        return cause.upstream().isEmpty() ? null : cause.upstream().stream().map(RunId::text).toArray(String[]::new);
    }

    static @Nullable String rerunOf(Cause cause) {
        return cause.rerunOf() == null ? null : cause.rerunOf().text();
    }

    static Cause of(ResultSet rows) throws SQLException {
        List<String> params = words(rows, "params");
        List<String> upstream = words(rows, "upstream");
        String rerunOf = rows.getString("rerun_of");
        if (params.isEmpty() && upstream.isEmpty() && rerunOf == null) {
            return Cause.NONE;
        }
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i + 1 < params.size(); i += 2) {
            byName.put(params.get(i), params.get(i + 1));
        }
        return new Cause(byName, upstream.stream().map(RunId::new).toList(),
                rerunOf == null ? null : new RunId(rerunOf));
    }

    private static List<String> words(ResultSet rows, String column) throws SQLException {
        Array array = rows.getArray(column);
        if (array == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (Object word : (Object[]) array.getArray()) {
            words.add(word.toString());
        }
        return words;
    }
}
