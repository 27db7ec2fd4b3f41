package dev.supertask.request.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// The rows of one statement, of which only the first are kept.
///
/// @param columns what each column is called
/// @param numeric whether each holds numbers
/// @param first the first rows
/// @param rows how many there were
record Result(List<String> columns, List<Boolean> numeric, List<List<@Nullable Object>> first, long rows) {
    /// How many rows are kept, and shown.
    static final int KEPT = 100;
    private static final int WIDEST = 100;

    /// Who gets every row.
    interface Rows extends AutoCloseable {

        /// A row: texts, numbers, booleans and nulls.
        void add(List<@Nullable Object> row) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /// Makes a place for the rows of a result with these columns.
    interface Place {
        Rows open(List<String> columns) throws SQLException;
    }

    /// Reads a result to its end.
    static Result read(ResultSet set, Place place) throws SQLException {
        ResultSetMetaData meta = set.getMetaData();
        List<String> columns = new ArrayList<>();
        List<Boolean> numeric = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(unique(meta.getColumnLabel(i), columns));
            numeric.add(isNumber(meta.getColumnType(i)));
        }
        List<List<@Nullable Object>> first = new ArrayList<>();
        long count = 0;
        try (Rows rows = place.open(columns)) {
            while (set.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(value(set, i, meta.getColumnType(i)));
                }
                rows.add(row);
                if (count++ < KEPT) {
                    first.add(row);
                }
            }
        }
        return new Result(columns, numeric, first, count);
    }

    private static String unique(String label, List<String> taken) {
        String name = label;
        for (int i = 2; taken.contains(name); i++) {
            name = label + "_" + i;
        }
        return name;
    }

    private static boolean isNumber(int type) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.REAL,
                    Types.FLOAT, Types.DOUBLE ->
                true;
            default -> false;
        };
    }

    private static @Nullable Object value(ResultSet set, int column, int type) throws SQLException {
        String text = set.getString(column);
        if (text == null) {
            return null;
        }
        if (type == Types.BOOLEAN || type == Types.BIT && text.length() == 1) {
            return set.getBoolean(column);
        }
        if (isNumber(type)) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                return text; // as NaN, or an amount of money
            }
        }
        return text;
    }

    /// The value, where there is but one.
    @Nullable
    String single() {
        return rows == 1 && columns.size() == 1 ? text(first.getFirst().getFirst()) : null;
    }

    /// Its first rows, aligned.
    List<String> table() {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(Result::shown).toList());
        first.forEach(row -> cells.add(row.stream().map(value -> shown(text(value))).toList()));
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            widths.add(cells.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
        }
        List<String> lines = new ArrayList<>();
        cells.forEach(row -> lines.add(line(row, widths)));
        lines.add(1, line(widths.stream().map("-"::repeat).toList(), widths));
        if (rows > first.size()) {
            lines.add("… and " + (rows - first.size()) + " more");
        }
        return lines;
    }

    private String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String blanks = " ".repeat(widths.get(i) - width(row.get(i)));
            line.append(i == 0 ? "" : "  ").append(numeric.get(i) ? blanks + row.get(i) : row.get(i) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String shown(String text) {
        String line = text.replace("\n", "\\n").replaceAll("\\p{Cntrl}", "?");
        return width(line) <= WIDEST ? line : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    /// A value as text.
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
