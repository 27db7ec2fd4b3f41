package dev.supertask.timetable;

/// Where keys and values stand in a line of a header. The library tells where they begin, and not where they end.
record TomlPlaces(TaskHeader.Line line) {

    /// The key, or the name of a table in brackets, that begins at a column in code points.
    Span key(int column) {
        int start = offset(column);
        String text = line.text();
        int end = text.startsWith("[", start) ? text.indexOf(']', start) + 1 : keyEnd(start);
        return span(start, Math.max(start + 1, end));
    }

    /// The value of the key that begins at a column; a table's is its name.
    Span valueOf(int column) {
        int start = offset(column);
        if (line.text().startsWith("[", start)) {
            return key(column);
        }
        int equals = line.text().indexOf('=', keyEnd(start));
        return equals < 0 ? key(column) : valueAt(skipBlanks(equals + 1));
    }

    /// The value that begins at a column.
    Span value(int column) {
        return valueAt(offset(column));
    }

    private Span valueAt(int start) {
        String text = line.text();
        int end = start;
        int depth = 0;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '"' || c == '\'') {
                end = afterQuote(end);
                continue;
            }
            boolean closes = c == ']' || c == '}';
            if (depth == 0 && (c == ',' || c == '#' || closes)) {
                break;
            }
            depth += c == '[' || c == '{' ? 1 : closes ? -1 : 0;
            end++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return span(start, Math.max(start + 1, end));
    }

    private int keyEnd(int start) {
        String text = line.text();
        int end = start;
        while (end < text.length() && text.charAt(end) != '=') {
            end = text.charAt(end) == '"' || text.charAt(end) == '\'' ? afterQuote(end) : end + 1;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Behind the quote that closes the one at an index, or behind the line.
    private int afterQuote(int open) {
        String text = line.text();
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return text.length();
    }

    private int skipBlanks(int start) {
        int index = start;
        while (index < line.text().length() && Character.isWhitespace(line.text().charAt(index))) {
            index++;
        }
        return index;
    }

    private int offset(int column) {
        int points = line.text().codePointCount(0, line.text().length());
        return line.text().offsetByCodePoints(0, Math.min(column, points));
    }

    private Span span(int start, int end) {
        int to = Math.min(end, line.text().length());
        int from = line.column() + line.text().codePointCount(0, Math.min(start, to));
        return new Span(line.number(), from, line.number(),
                Math.max(from + 1, line.column() + line.text().codePointCount(0, to)));
    }
}
