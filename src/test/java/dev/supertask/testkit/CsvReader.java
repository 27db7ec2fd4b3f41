package dev.supertask.testkit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads comma-separated values as RFC 4180 has them; a field without a character and without quotes is null, as
/// for PostgreSQL's `COPY`.
public final class CsvReader {
    private final String text;
    private int at;

    private CsvReader(String text) {
        this.text = text;
    }

    /// The fields of each line.
    public static List<List<@Nullable String>> read(String text) {
        CsvReader reader = new CsvReader(text);
        List<List<@Nullable String>> lines = new ArrayList<>();
        while (reader.at < text.length()) {
            lines.add(reader.line());
        }
        return lines;
    }

    private List<@Nullable String> line() {
        List<@Nullable String> fields = new ArrayList<>();
        fields.add(field());
        while (text.startsWith(",", at)) {
            at++;
            fields.add(field());
        }
        if (!text.startsWith("\r\n", at)) {
            throw new IllegalArgumentException("no end of the line at " + at + " of " + text);
        }
        at += 2;
        return fields;
    }

    private @Nullable String field() {
        if (text.startsWith("\"", at)) {
            return quoted();
        }
        int start = at;
        while (text.charAt(at) != ',' && text.charAt(at) != '\r') {
            at++;
        }
        return start == at ? null : text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (!text.startsWith("\"", at) || text.startsWith("\"\"", at)) {
            at += text.startsWith("\"\"", at) ? 1 : 0;
            field.append(text.charAt(at++));
        }
        at++;
        return field.toString();
    }
}
