package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.supertask.problem.Nearest;
import dev.supertask.problem.Warning;
import org.jspecify.annotations.Nullable;

/// The header of a task file: a block of comments from `# /// task` to `# ///` that holds TOML, as PEP 723 has it for
/// Python. Other languages have it behind their own comment sign.
///
/// @param opening where the line `# /// task` stands
/// @param lines its TOML
record TaskHeader(Span opening, List<Line> lines) {
    private static final Pattern FENCE = Pattern
            .compile("(#|//|--|;+|%+)[ \\t]*///+(?:[ \\t]*([A-Za-z0-9_-]+))?[ \\t]*");
    private static final String KIND = "task";

    /// A line of the header.
    ///
    /// @param number the line's number in the file, from 0
    /// @param column how many characters stand before its TOML
    record Line(int number, int column, String text) {}

    /// The header of a text; empty where it has none. One that is not closed, misspelt or not the first one is told.
    static Optional<TaskHeader> find(Reading reading) {
        TaskHeader found = null;
        Span misspelt = null;
        int number = 0;
        while (number < reading.source().lines()) {
            Matcher fence = FENCE.matcher(reading.source().line(number));
            String kind = fence.matches() ? fence.group(2) : null;
            if (kind == null) {
                number++;
                continue;
            }
            Span at = span(number, fence.group());
            List<Line> lines = block(reading, number + 1, fence.group(1));
            int end = number + 1 + lines.size();
            if (kind.equals(KIND)) {
                refuseUnclosed(reading, at, end, fence.group(1));
                if (found != null) {
                    reading.mistake(at, "this is a second header", "write all into the one on line "
                            + (found.opening.line() + 1));
                } else {
                    found = new TaskHeader(at, lines);
                }
            } else if (kind.equals("script")) {
                warnOfDependencies(reading, lines);
            } else if (Nearest.to(kind, List.of(KIND)).isPresent()) {
                misspelt = at;
            }
            number = end;
        }
        if (found == null && misspelt != null) {
            reading.mistake(misspelt, "this opens no header", "write \"/// task\" behind the comment sign");
        }
        return Optional.ofNullable(found);
    }

    /// Whether a text has a line that opens a header.
    static boolean isIn(String text) {
        return text.lines().anyMatch(line -> {
            Matcher fence = FENCE.matcher(line);
            return fence.matches() && KIND.equals(fence.group(2));
        });
    }

    /// Its TOML.
    String toml() {
        return String.join("\n", lines.stream().map(Line::text).toList()) + "\n";
    }

    private static List<Line> block(Reading reading, int first, String sign) {
        List<Line> lines = new ArrayList<>();
        for (int number = first; number < reading.source().lines(); number++) {
            String line = reading.source().line(number);
            if (!line.startsWith(sign) || isEnd(line, sign)) {
                break;
            }
            int column = line.startsWith(sign + " ") ? sign.length() + 1 : sign.length();
            lines.add(new Line(number, column, line.substring(column)));
        }
        return lines;
    }

    private static boolean isEnd(String line, String sign) {
        return line.substring(sign.length()).strip().equals("///");
    }

    private static void refuseUnclosed(Reading reading, Span at, int end, String sign) {
        @Nullable
        String line = end < reading.source().lines() ? reading.source().line(end) : null;
        if (line == null || !line.startsWith(sign)) {
            reading.mistake(at, "this header is not closed", "end it with a line \"" + sign + " ///\"");
        }
    }

    private static void warnOfDependencies(Reading reading, List<Line> lines) {
        lines.stream().filter(line -> line.text().matches("dependencies\\s*=.*")).findFirst()
                .ifPresent(line -> reading.warning(Warning.IGNORED,
                        reading.source()
                                .position(new Span(line.number(), line.column(), line.number(), line.column() + 12)),
                        "dependencies are not installed", "install them for the \"python3\" of the job's PATH"));
    }

    private static Span span(int number, String line) {
        return new Span(number, 0, number, line.strip().codePointCount(0, line.strip().length()));
    }
}
