package dev.supertask.cli;

import java.util.stream.Collectors;

import dev.supertask.run.RunState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/// One field of a table, on one line, its first word perhaps coloured.
///
/// @param text without control characters: what a user wrote must not steer a terminal
/// @param styled how many characters of it have the style
/// @param style the style, or null
record Cell(String text, int styled, @Nullable Style style) {
    /// What stands for nothing.
    static final Cell NONE = of("–");

    /// Takes control characters out.
    Cell {
        text = visible(text);
    }

    static Cell of(String text) {
        return new Cell(text, 0, null);
    }

    /// A state in its colour, and what is to be said after it.
    static Cell state(String state, String rest) {
        return new Cell(state + rest, state.length(), Paint.of(RunState.of(state)));
    }

    static Cell dim(String text) {
        return new Cell(text, text.length(), Style.faint);
    }

    /// The cell for a terminal.
    String rendered(Ansi ansi, String shown) {
        int end = Math.min(styled, shown.length());
        return style == null ? shown : Paint.text(ansi, shown.substring(0, end), style) + shown.substring(end);
    }

    static String visible(String text) {
        return text.codePoints().map(point -> point == '\n' || point == '\t' ? ' ' : point)
                .mapToObj(point -> Character.isISOControl(point) ? "\uFFFD" : Character.toString(point))
                .collect(Collectors.joining());
    }
}
