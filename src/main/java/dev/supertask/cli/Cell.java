package dev.supertask.cli;

import java.util.List;
import java.util.stream.Collectors;

import dev.supertask.run.RunState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/// One field of a table, on one line, some of it from its beginning perhaps coloured.
///
/// @param text without control characters: what a user wrote must not steer a terminal
/// @param spans its coloured parts, one after another from its first character
record Cell(String text, List<Span> spans) {
    /// What stands for nothing.
    static final Cell NONE = of("–");

    /// A part in one style.
    ///
    /// @param length of how many characters
    record Span(int length, Style style) {}

    /// Takes control characters out.
    Cell {
        text = visible(text);
        spans = List.copyOf(spans);
    }

    /// @param styled how many characters of it have the style
    Cell(String text, int styled, @Nullable Style style) {
        this(text, style == null ? List.of() : List.of(new Span(styled, style)));
    }

    static Cell of(String text) {
        return new Cell(text, List.of());
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
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            int end = Math.min(at + span.length(), shown.length());
            out.append(at == end ? "" : Paint.text(ansi, shown.substring(at, end), span.style()));
            at = end;
        }
        return out.append(shown.substring(at)).toString();
    }

    static String visible(String text) {
        return text.codePoints().map(point -> point == '\n' || point == '\t' ? ' ' : point)
                .mapToObj(point -> Character.isISOControl(point) ? "\uFFFD" : Character.toString(point))
                .collect(Collectors.joining());
    }
}
