package dev.supertask.request.sql;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.supertask.wire.Json;
import org.jspecify.annotations.Nullable;

/// The file for the rows of the last result, by its ending CSV with a line of names (nothing for null, `""` for an empty
/// text), or a JSON list of objects. It takes the place of an older one in one step, at the end.
final class RowFile {
    private final Path file;
    private final Path draft;
    private final boolean json;

    /// @param file where it is going to be
    /// @param mark what no other run writes to at the same time
    RowFile(Path file, String mark) {
        this.file = file;
        this.draft = file.resolveSibling("." + file.getFileName() + "." + mark);
        this.json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        draft.toFile().deleteOnExit();
    }

    /// Begins anew.
    Result.Rows open(List<String> columns) throws SQLException {
        try {
            Writer out = Files.newBufferedWriter(draft);
            return json ? new JsonRows(columns, out) : new CsvRows(columns, out);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Puts what was written last in its place; does nothing where nothing was.
    void keep() throws SQLException {
        try {
            if (Files.exists(draft)) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private SQLException unwritable(IOException e) {
        String why = Files.isDirectory(draft.toAbsolutePath().resolveSibling("."))
                ? e.getMessage()
                : "there is no such folder";
        return new SQLException("file \"" + file + "\" cannot be written: " + why, e);
    }

    private final class JsonRows implements Result.Rows {
        private final List<String> columns;
        private final Writer out;
        private String before = "[\n";

        JsonRows(List<String> columns, Writer out) {
            this.columns = columns;
            this.out = out;
        }

        @Override
        public void add(List<@Nullable Object> row) throws SQLException {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), row.get(i));
            }
            write(out, before + "  " + Json.line(object));
            before = ",\n";
        }

        @Override
        public void close() throws SQLException {
            write(out, before.equals(",\n") ? "\n]\n" : "[]\n");
            end(out);
        }
    }

    private final class CsvRows implements Result.Rows {
        private final Writer out;

        CsvRows(List<String> columns, Writer out) throws SQLException {
            this.out = out;
            write(out, columns.stream().map(CsvRows::field).collect(Collectors.joining(",", "", "\n")));
        }

        @Override
        public void add(List<@Nullable Object> row) throws SQLException {
            write(out, row.stream().map(CsvRows::field).collect(Collectors.joining(",", "", "\n")));
        }

        private static String field(@Nullable Object value) {
            if (value == null) {
                return "";
            }
            String text = Result.text(value);
            boolean plain = !text.isEmpty()
                    && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
        }

        @Override
        public void close() throws SQLException {
            end(out);
        }
    }

    private void write(Writer out, String text) throws SQLException {
        try {
            out.write(text);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void end(Writer out) throws SQLException {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
