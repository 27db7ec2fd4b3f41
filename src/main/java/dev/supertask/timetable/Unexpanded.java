package dev.supertask.timetable;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Keeps `${NAME}` as it was written in a text that is read only to be written again: nobody expects the value of a
/// password there.
public final class Unexpanded {
    private static final char OPEN = '\uE0F0';
    private static final char CLOSE = '\uE0F1';
    /// A `$` before it would make another thing of it, and is doubled.
    private static final Pattern MARKED = Pattern.compile("(\\$?)" + OPEN + "([^" + CLOSE + "]+)" + CLOSE);

    private Unexpanded() {}

    /// An environment with the same names, in which each variable stands for itself.
    public static Map<String, String> of(Map<String, String> environment) {
        return environment.keySet().stream().collect(Collectors.toMap(name -> name, name -> OPEN + name + CLOSE));
    }

    /// A text that was read with such an environment.
    static String restore(String text) {
        return MARKED.matcher(text).replaceAll("$1$1\\${$2}");
    }
}
