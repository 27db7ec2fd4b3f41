package dev.supertask.timetable;

import org.yaml.snakeyaml.error.Mark;

/// Where a piece of YAML stands; lines and columns (in code points) from 0, the end exclusive.
/// Holds numbers only: SnakeYAML's marks would keep a buffer of the text alive each.
record Span(int line, int column, int endLine, int endColumn) {

    static Span of(Mark start, Mark end) {
        return new Span(start.getLine(), start.getColumn(), end.getLine(), end.getColumn());
    }

    static Span of(Mark place) {
        return new Span(place.getLine(), place.getColumn(), place.getLine(), place.getColumn() + 1);
    }

    /// From the start of this one to the end of another.
    Span until(Span end) {
        return new Span(line, column, end.endLine, end.endColumn);
    }

    boolean isOneLine() {
        return line == endLine;
    }
}
