package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Shows what is wrong with a text the way the tables of these tests write it.
final class Mistakes {
    private Mistakes() {}

    /// All mistakes that reading a text finds, one a line: `offset+length message · remedy`.
    static String of(String text, Consumer<String> reading) {
        ScheduleSyntaxException refused = assertThrows(ScheduleSyntaxException.class,
                () -> reading.accept(text), text);
        return refused.mistakes().stream().map(Mistakes::shown).collect(Collectors.joining("\n"));
    }

    static String shown(ScheduleMistake mistake) {
        String remedy = mistake.remedy() == null ? "" : " · " + mistake.remedy();
        return mistake.offset() + "+" + mistake.length() + " " + mistake.message() + remedy;
    }
}
