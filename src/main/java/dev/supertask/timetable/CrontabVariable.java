package dev.supertask.timetable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// A line of a crontab that sets a variable, by the rules of Debian's cron: blanks around the `=` and at both
/// ends are dropped, one pair of quotes around the name or the value too, and nothing is expanded.
///
/// @param name what is set
/// @param value to what
/// @param from where the value starts in its line, with its quote
/// @param to where it ends, with its quote
record CrontabVariable(String name, String value, int from, int to) {
    private static final Pattern LINE = Pattern
            .compile("[ \t]*(?:\"([^\"=]*)\"|'([^'=]*)'|([^\\s=]*))[ \t]*=[ \t]*(.*)");
    private static final String RESERVED = "SUPERTASK_";

    /// Whether a line sets a variable, rightly or not.
    static boolean isOne(CrontabLine line) {
        return LINE.matcher(line.text()).matches();
    }

    /// The variable of a line that [sets one][#isOne]; null with its mistake told.
    static @Nullable CrontabVariable read(CrontabLine line) {
        Matcher matcher = LINE.matcher(line.text());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no variable: " + line.text());
        }
        int group = matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3;
        String name = matcher.group(group);
        int from = matcher.start(4);
        String rest = line.text().substring(from).stripTrailing();
        if (!mayBeSet(line, name, matcher.start(group), matcher.end(group))) {
            return null;
        }
        if (rest.isEmpty()) {
            line.mistake(line.start(), line.end(), "variable \"" + name + "\" has no value",
                    "write " + name + "=\"\" for an empty one, or remove the line");
            return null;
        }
        char quote = rest.charAt(0);
        if (quote != '"' && quote != '\'') {
            return new CrontabVariable(name, rest, from, from + rest.length());
        }
        int end = rest.indexOf(quote, 1);
        if (end < 0) {
            line.mistake(from, from + rest.length(), "the value of \"" + name + "\" begins with a quote that is "
                    + "not closed", "add " + quote + " at its end");
            return null;
        }
        if (end < rest.length() - 1) {
            String behind = rest.substring(end + 1).strip();
            line.mistake(from + rest.length() - behind.length(), from + rest.length(),
                    "\"" + behind + "\" stands behind the closing quote",
                    "quote the whole value, or nothing of it; a comment needs a line of its own");
            return null;
        }
        return new CrontabVariable(name, rest.substring(1, end), from, from + rest.length());
    }

    private static boolean mayBeSet(CrontabLine line, String name, int from, int to) {
        if (name.isEmpty()) {
            line.mistake(line.start(), line.end(), "the variable has no name", "write NAME=value");
            return false;
        }
        if (!EnvReader.isName(name)) {
            line.mistake(from, to, "\"" + name + "\" cannot name a variable",
                    "use letters, digits and \"_\", and no digit first");
            return false;
        }
        if (name.startsWith(RESERVED)) {
            line.mistake(from, to, "\"" + name + "\" cannot be set: \"" + RESERVED + "\" names are Supertask's",
                    "choose another name");
            return false;
        }
        return true;
    }
}
