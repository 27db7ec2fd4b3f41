package dev.supertask.timetable;

import java.util.Arrays;

import dev.supertask.problem.Position;

/// A text as its author sees it: knows its lines, and turns spans into positions.
final class SourceText {
    private final String source;
    private final String text;
    private final int[] lineStarts;

    /// @param source what the user calls the text
    SourceText(String source, String text) {
        this.source = source;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    String text() {
        return text;
    }

    /// The position of a span, clipped to the span's first line.
    Position position(Span span) {
        String line = line(span.line());
        int length = span.isOneLine() ? span.endColumn() - span.column() : Integer.MAX_VALUE / 2;
        return position(span.line(), span.column(), length, line);
    }

    /// The position of a stretch of a scalar's text, in UTF-16 units: exact where the text stands in
    /// one line just as it is, else the whole scalar.
    Position position(Yaml.Scalar scalar, int offset, int length) {
        Span span = scalar.span();
        String line = line(span.line());
        int quote = scalar.plain() ? 0 : 1;
        int points = line.codePointCount(0, line.length());
        if (!span.isOneLine() || span.column() + quote > points) {
            return position(span);
        }
        int start = line.offsetByCodePoints(0, span.column() + quote);
        if (!line.startsWith(scalar.text(), start)) {
            return position(span);
        }
        int from = start + Math.clamp(offset, 0, scalar.text().length());
        int to = Math.clamp((long) from + length, from, start + scalar.text().length());
        return position(span.line(), line.codePointCount(0, from), line.codePointCount(from, to), line);
    }

    /// The first line's first character: where a text as a whole is meant.
    Position start() {
        return position(0, 0, 1, line(0));
    }

    /// Where the character with an index of the text stands.
    Position position(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        int line = found >= 0 ? found : -found - 2;
        return position(line, text.codePointCount(lineStarts[line], index), 1, line(line));
    }

    /// How many lines there are; an end of a line at the end of the text begins another, empty one.
    int lines() {
        return lineStarts.length;
    }

    /// A line without its end; empty beyond the last one.
    String line(int number) {
        if (number >= lineStarts.length) {
            return "";
        }
        int start = lineStarts[number];
        int end = number + 1 < lineStarts.length ? lineStarts[number + 1] : text.length();
        while (end > start && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private Position position(int line, int column, int length, String lineText) {
        int width = lineText.codePointCount(0, lineText.length());
        return new Position(source, line + 1, Math.min(column, width) + 1, length, lineText);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[Math.max(16, text.length() / 32)];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pair)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
