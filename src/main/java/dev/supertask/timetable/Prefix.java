package dev.supertask.timetable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.supertask.problem.Refusal;

/// The words before the first `:` that name a kind of payload.
enum Prefix {
    CMD("a command, such as: echo hello"), PYTHON("Python code, such as: python:print(1)"), NODE(
            "JavaScript, such as: node:console.log(1)"), FILE("a path, such as: file:backup.sh"), SQL(
                    "a JDBC URL and statements, such as: sql:jdbc:h2:mem: select 1"), HTTP(
                            "a URL, such as: https://example.org/"), HTTPS(HTTP.example);

    /// Kinds that later versions run: taken for a program's name they would fail far from the cause.
    private static final Set<String> LATER = Set.of("java", "task", "uses",
            "container");

    private final String example;

    Prefix(String example) {
        this.example = example;
    }

    String example() {
        return example;
    }

    /// The prefix of a text, [#CMD] where there is none.
    ///
    /// @throws Refusal when this version cannot run such a payload
    static Prefix of(String text) {
        String word = text.substring(0, Math.max(0, text.indexOf(':')));
        if (LATER.contains(word)) {
            String known = Arrays.stream(values()).map(p -> p.key() + ":").collect(Collectors.joining(", "));
            throw Refusal.mistake("this version cannot run \"" + word + ":\" yet",
                    "it runs " + known + "; write \"cmd:" + word + ":…\" if a program is called so");
        }
        return Arrays.stream(values()).filter(prefix -> prefix.key().equals(word)).findFirst().orElse(CMD);
    }

    /// Whether a text begins with any prefix, of this version or a later one.
    static boolean isAny(String text) {
        return LATER.stream().anyMatch(word -> text.startsWith(word + ":"))
                || Arrays.stream(values()).anyMatch(prefix -> prefix.isWritten(text));
    }

    /// Whether a text begins with this prefix.
    boolean isWritten(String text) {
        return text.startsWith(key() + ":");
    }

    /// What a text says behind the prefix. Blanks there are dropped up to the end of their line, and one
    /// line end, so that code may begin on a line of its own.
    String rest(String text) {
        if (!isWritten(text)) {
            return text;
        }
        int start = key().length() + 1;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        return text.substring(text.startsWith("\n", start) ? start + 1 : start);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
