package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.tomlj.TomlParseError;

/// What is wrong with a header that is no TOML, in plain words and at the place to look at.
final class TomlMistakes {
    private static final String TWICE = " previously defined at";
    private static final Pattern PLACE = Pattern.compile(TWICE + " line ([0-9]{1,9}), column ([0-9]{1,9})");
    private static final String TRAILING = "expected a newline or end-of-input";

    private final Reading reading;
    private final TaskHeader header;
    private final Set<Integer> told = new HashSet<>();

    TomlMistakes(Reading reading, TaskHeader header) {
        this.reading = reading;
        this.header = header;
    }

    /// Tells the first one of each line: others in it follow from that.
    ///
    /// @return the numbers of the lines, from 1, that hide what is wrong behind them
    List<Integer> tell(List<TomlParseError> errors) {
        List<Integer> hiding = new ArrayList<>();
        for (TomlParseError error : errors) {
            int line = error.position().line();
            if (line <= header.lines().size() && told.add(line)) {
                tell(error);
                if (hides(error)) {
                    hiding.add(line);
                }
            }
        }
        if (told.isEmpty()) {
            tell(errors.getFirst());
        }
        return hiding;
    }

    /// The same for a header without the lines that could not be read. In that, keys may stand twice that do not in
    /// the header as it is.
    List<Integer> tellNext(List<TomlParseError> errors) {
        return errors.isEmpty()
                ? List.of()
                : tell(errors.stream().filter(error -> !said(error).contains(TWICE)).toList());
    }

    /// A bracket that is not closed is told at another line than its own.
    private static boolean hides(TomlParseError error) {
        return !said(error).contains(TWICE) && !said(error).contains("expected ],");
    }

    private static String said(TomlParseError error) {
        return String.valueOf(error.getMessage());
    }

    private void tell(TomlParseError error) {
        int number = Math.min(error.position().line(), header.lines().size());
        if (number < 1) {
            reading.mistake(header.opening(), "this header is empty", null);
            return;
        }
        TaskHeader.Line line = header.lines().get(number - 1);
        boolean beyond = error.position().line() > number;
        int column = beyond ? line.text().codePointCount(0, line.text().length()) : error.position().column() - 1;
        String said = said(error);
        boolean ends = said.startsWith("Unexpected end");
        if (said.contains(TWICE)) {
            twice(said, line, column);
        } else if (said.contains("expected ', \", '''")) {
            noValue(line, column, ends);
        } else if (said.contains("is not a table (")) {
            tell(new TomlPlaces(line).key(column), "\"" + said.substring(0, said.indexOf(" is not a table"))
                    + "\" holds a value already, and can hold no key", "call one of them otherwise");
        } else if (said.contains("a table key") || (column == 0 && said.endsWith(TRAILING))) {
            tell(at(line, column), "a key cannot begin with this", "put the key in quotes, or \"#\" before a comment");
        } else if (said.endsWith(TRAILING)) {
            Span value = new TomlPlaces(line).valueOf(0);
            boolean quoted = line.text().strip().matches("[^=]*=\\s*[\"'].*");
            tell(quoted ? at(line, column) : value,
                    quoted ? "there is text behind the closing quote" : "this is no value of TOML",
                    quoted ? "put the whole value in quotes, and a comment behind \"#\"" : "put text in quotes");
        } else if (said.contains("expected . or =")) {
            tell(at(line, ends ? 0 : column), ends ? "this line has no \"=\"" : "\"=\" is missing before this",
                    "write KEY = VALUE");
        } else if (said.startsWith("Invalid escape") || said.startsWith("Invalid unicode")) {
            tell(at(line, column), "this is no escape of TOML",
                    "write \"\\\\\" for a backslash, or use single quotes");
        } else if (said.contains("or a character") || said.endsWith("expected '") || said.endsWith("expected '''")) {
            tell(new TomlPlaces(line).valueOf(0), "this quote is never closed", "add the closing quote");
        } else if (said.contains("expected ]") || said.contains("expected }")) {
            String bracket = said.contains("expected ]") ? "]" : "}";
            tell(at(line, ends ? Math.max(0, column - 1) : column), "a \"" + bracket + "\" is missing "
                    + (ends ? "behind" : "before") + " this", "close what was opened");
        } else {
            tell(at(line, column), "this is no TOML: " + Character.toLowerCase(said.charAt(0)) + said.substring(1),
                    null);
        }
    }

    private void noValue(TaskHeader.Line line, int column, boolean ends) {
        if (ends) {
            tell(new TomlPlaces(line).key(0), "this key has no value", "write one behind \"=\"");
            return;
        }
        Span value = new TomlPlaces(line).value(column);
        String text = line.text().substring(Math.min(column, line.text().length())).strip();
        String remedy = switch (text) {
            case "True", "TRUE", "yes", "on" -> "write true";
            case "False", "FALSE", "no", "off" -> "write false";
            case "None", "null" -> "leave the key out";
            default -> "put text in quotes";
        };
        tell(value, "this is no value of TOML", remedy);
    }

    /// `a previously defined at line 1, column 1`.
    private void twice(String said, TaskHeader.Line line, int column) {
        Matcher first = PLACE.matcher(said);
        if (!first.find()) {
            return;
        }
        TaskHeader.Line before = header.lines().get(Integer.parseInt(first.group(1)) - 1);
        int there = Integer.parseInt(first.group(2)) + before.column();
        Span key = new TomlPlaces(line).key(column);
        tell(key, "\"" + said.substring(0, said.indexOf(TWICE)) + "\" is given twice",
                "it stands at " + (before.number() + 1) + ":" + there + " already; keep one");
    }

    private static Span at(TaskHeader.Line line, int column) {
        int from = line.column() + Math.max(0, column);
        return new Span(line.number(), from, line.number(), from + 1);
    }

    private void tell(Span at, String message, @Nullable String remedy) {
        reading.mistake(at, message, remedy);
    }
}
