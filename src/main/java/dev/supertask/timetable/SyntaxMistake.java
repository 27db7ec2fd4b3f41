package dev.supertask.timetable;

import java.util.Objects;

import dev.supertask.problem.Position;
import dev.supertask.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// What SnakeYAML says of a text that is no YAML, in plain words and at the place to look at.
final class SyntaxMistake {
    private final SourceText source;
    private final String said;
    private final String context;
    private final @Nullable Mark place;
    private final @Nullable Mark opening;

    private SyntaxMistake(MarkedYAMLException e, SourceText source) {
        this.source = source;
        this.said = Objects.requireNonNullElse(e.getProblem(), "");
        this.context = Objects.requireNonNullElse(e.getContext(), "");
        this.place = e.getProblemMark();
        this.opening = e.getContextMark();
    }

    static Problem of(MarkedYAMLException e, SourceText source) {
        return new SyntaxMistake(e, source).problem();
    }

    private Problem problem() {
        if (said.startsWith("found character")) {
            return strayCharacter();
        }
        if (said.startsWith("mapping values are not allowed")) {
            return here("\":\" cannot stand here",
                    "quote the value if the colon belongs to it, or check the indentation");
        }
        if (said.startsWith("could not find expected ':'")) {
            return atOpening("this line has no \":\"",
                    "write \"key: value\", or indent it under what it belongs to");
        }
        if (said.startsWith("sequence entries are not allowed")) {
            return here("a list entry cannot stand here",
                    "begin it on a line of its own, or quote the value");
        }
        if (context.contains("scanning an alias") || context.contains("scanning an anchor")) {
            String sign = context.contains("alias") ? "*" : "&";
            return atOpening("a value cannot begin with \"" + sign + "\"", "put the value in quotes");
        }
        if (said.startsWith("expected the node content") && !said.contains("<stream end>")) {
            return here("a value is missing before this", null);
        }
        if (said.startsWith("found incompatible")) {
            return here("this is no YAML 1", "remove the line");
        }
        if (context.contains("quoted scalar")) {
            return quoted();
        }
        if (context.contains("flow")) {
            return flow();
        }
        if (said.startsWith("expected <block end>") || said.startsWith("expected '<document start>'")) {
            return block();
        }
        return here("this is no YAML: " + said.strip(), null);
    }

    private Problem strayCharacter() {
        if (said.contains("TAB")) {
            boolean indents = place != null && isFirstOfLine(place);
            return here(indents ? "a tab cannot indent YAML" : "a tab cannot stand here", "use spaces");
        }
        String character = said.substring(said.indexOf('\'') + 1, said.indexOf('\'') + 2);
        return here("a value cannot begin with \"" + character + "\"", "put the value in quotes");
    }

    private Problem quoted() {
        if (said.contains("unexpected end of stream") || said.contains("document separator")) {
            return atOpening("this quote is never closed", "add the closing quote");
        }
        if (said.contains("escape")) {
            return beforePlace("this is no escape of double quotes",
                    "write \"\\\\\" for a backslash, or use single quotes");
        }
        return here("this is no YAML: " + said.strip(), null);
    }

    private Problem flow() {
        boolean list = context.contains("sequence");
        boolean otherLine = opening != null && place != null && opening.getLine() != place.getLine();
        if (said.contains("<stream end>") || otherLine) {
            return context.contains("node")
                    ? here("the text ends inside \"[\" or \"{\"", "close it")
                    : atOpening(list ? "this \"[\" is not closed" : "this \"{\" is not closed",
                            "add the missing \"" + (list ? "]" : "}") + "\", or a \",\" between its values");
        }
        if (place != null && isVariable(place)) {
            return at(place, -1, "\"${\" cannot stand here without quotes", "put the value in quotes");
        }
        return here("a \",\" or \"" + (list ? "]" : "}") + "\" is missing before this", null);
    }

    private boolean isVariable(Mark mark) {
        String line = source.line(mark.getLine());
        return line.startsWith("${", line.offsetByCodePoints(0, Math.max(0, mark.getColumn() - 1)));
    }

    private Problem block() {
        String found = said.substring(said.indexOf("found '") + 7);
        if (found.startsWith("<scalar>") && place != null && opening != null && !isFirstOfLine(place)) {
            return here("there is text behind the closing quote",
                    "put the whole value in quotes, or none of it");
        }
        if (found.startsWith("]") || found.startsWith("}")) {
            return here("\"" + found.charAt(0) + "\" closes nothing", "remove it");
        }
        return here("this line does not fit the lines above it",
                "indent it exactly like its neighbours");
    }

    private boolean isFirstOfLine(Mark mark) {
        return source.line(mark.getLine()).codePoints().limit(mark.getColumn())
                .allMatch(Character::isWhitespace);
    }

    private Problem atOpening(String message, @Nullable String remedy) {
        return at(opening != null ? opening : place, 0, message, remedy);
    }

    private Problem beforePlace(String message, @Nullable String remedy) {
        return at(place, -1, message, remedy);
    }

    private Problem here(String message, @Nullable String remedy) {
        return at(place, 0, message, remedy);
    }

    private Problem at(@Nullable Mark mark, int shift, String message, @Nullable String remedy) {
        Position where = mark == null ? source.start() : position(mark, shift);
        return Problem.at(where, Words.oneLine(message), remedy);
    }

    /// Behind the text there is nothing to point at: the last line that says something is meant then.
    private Position position(Mark mark, int shift) {
        int line = mark.getLine();
        int column = mark.getColumn() + shift;
        while (line > 0 && source.line(line).isBlank()) {
            String before = source.line(--line).stripTrailing();
            column = before.codePointCount(0, before.length()) - 1;
        }
        return source.position(new Span(line, Math.max(0, column), line, Math.max(0, column) + 1 - shift));
    }
}
