package dev.supertask.timetable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.supertask.problem.Position;
import org.jspecify.annotations.Nullable;

/// Reads a file of variables: lines `NAME=value`, `export` before them if one likes, comments behind `#`. A value
/// in single quotes is taken as it is, one in double quotes knows `\n`, `\t`, `\r`, `\"`, `\\` and `\$`; both may
/// go over several lines. Programs differ in what else such a file may say, so anything else is a mistake, and
/// nothing is replaced.
final class DotenvReader {
    private static final String ESCAPES = "ntr\"\\$";
    private static final String MEANT = "\n\t\r\"\\$";

    private final Reading reading;
    private final String text;
    private final boolean forJobs;
    private final Map<String, String> found = new LinkedHashMap<>();
    private final Map<String, Position> places = new HashMap<>();
    private int at;

    private DotenvReader(Reading reading, boolean forJobs) {
        this.reading = reading;
        this.text = reading.source().text();
        this.forJobs = forJobs;
    }

    /// The variables of a text, in its order; its mistakes are told.
    ///
    /// @param forJobs whether jobs are to have them, which cannot have the names of Supertask
    static Map<String, String> read(Reading reading, boolean forJobs) {
        DotenvReader reader = new DotenvReader(reading, forJobs);
        while (reader.begin()) {
            reader.variable();
        }
        return reader.found;
    }

    /// Goes to the next line that says something.
    private boolean begin() {
        while (at < text.length()) {
            if (text.charAt(at) == '#') {
                skipLine();
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void variable() {
        int start = at;
        String name = word();
        if (name.equals("export") && isBlank()) {
            skipBlanks();
            start = at;
            name = word();
        }
        skipBlanks();
        if (!isAt('=')) {
            mistake(start, Math.max(1, name.length()), "this line has no \"=\"",
                    "write NAME=value, or \"#\" before a comment");
            skipLine();
            return;
        }
        at++;
        skipBlanks();
        boolean named = mayBeSet(name, start);
        String value = value();
        if (named && value != null) {
            found.put(name, value);
        }
    }

    private boolean mayBeSet(String name, int start) {
        int length = Math.max(1, name.length());
        if (!EnvReader.isName(name)) {
            mistake(start, length, "\"" + name + "\" cannot name a variable",
                    "use letters, digits and \"_\", and no digit first");
            return false;
        }
        if (forJobs && EnvReader.isReserved(name)) {
            mistake(start, length, "\"" + name + "\" cannot be set: \"SUPERTASK_\" names are Supertask's",
                    "choose another name");
            return false;
        }
        Position first = places.putIfAbsent(name, reading.source().position(start, length));
        if (first != null) {
            mistake(start, length, "\"" + name + "\" is given twice", "it stands at " + first.line() + ":"
                    + first.column() + " already; keep one");
        }
        return first == null;
    }

    private @Nullable String value() {
        if (isAt('\'')) {
            return single();
        }
        return isAt('"') ? twofold() : bare();
    }

    /// Without quotes: until the end of the line, or a `#` behind a blank.
    private String bare() {
        int start = at;
        while (at < text.length() && !isLineEnd() && !(isAt('#') && at > 0 && isBlank(text.charAt(at - 1)))) {
            refuseReference();
            at++;
        }
        String value = text.substring(start, at).strip();
        skipLine();
        return value;
    }

    private @Nullable String single() {
        int start = at;
        int end = text.indexOf('\'', start + 1);
        if (end < 0) {
            return unclosed(start);
        }
        at = end + 1;
        tail();
        return text.substring(start + 1, end);
    }

    private @Nullable String twofold() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !isAt('"')) {
            if (isAt('\\')) {
                value.append(escaped());
            } else {
                refuseReference();
                value.append(text.charAt(at++));
            }
        }
        if (at == text.length()) {
            return unclosed(start);
        }
        at++;
        tail();
        return value.toString();
    }

    private char escaped() {
        int start = at++;
        int which = at < text.length() ? ESCAPES.indexOf(text.charAt(at)) : -1;
        if (which < 0) {
            mistake(start, 2, "this is no escape of double quotes",
                    "write \"\\\\\" for a backslash, or use single quotes");
            return '\\';
        }
        at++;
        return MEANT.charAt(which);
    }

    /// Other programs replace it, so whoever writes it may count on that.
    private void refuseReference() {
        if (text.startsWith("${", at)) {
            int end = text.indexOf('}', at);
            int line = text.indexOf('\n', at);
            boolean closed = end >= 0 && (line < 0 || end < line);
            mistake(at, closed ? end + 1 - at : 2, "nothing is replaced in a file of variables",
                    "write the value, or put it in single quotes for the characters");
        }
    }

    private @Nullable String unclosed(int start) {
        mistake(start, 1, "this quote is never closed", "add the closing quote");
        at = text.length();
        return null;
    }

    private void tail() {
        boolean apart = isBlank();
        skipBlanks();
        if (at < text.length() && !isLineEnd() && !(apart && isAt('#'))) {
            mistake(at, 1, "there is text behind the closing quote", "put the whole value in quotes, or none of it");
        }
        skipLine();
    }

    private String word() {
        int start = at;
        while (at < text.length() && !isAt('=') && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipBlanks() {
        while (isBlank()) {
            at++;
        }
    }

    private void skipLine() {
        while (at < text.length() && !isLineEnd()) {
            at++;
        }
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean isLineEnd() {
        return isAt('\n') || isAt('\r');
    }

    private boolean isBlank() {
        return at < text.length() && isBlank(text.charAt(at));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private void mistake(int index, int length, String message, String remedy) {
        reading.mistake(reading.source().position(index, length), message, remedy);
    }
}
