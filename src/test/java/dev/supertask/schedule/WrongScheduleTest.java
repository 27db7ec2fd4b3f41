package dev.supertask.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people write instead of schedules, and what they are told: the table is in `wrong-schedules.txt`,
/// each text followed by all its mistakes.
class WrongScheduleTest {
    private static final Pattern SUGGESTION = Pattern
            .compile("([0-9]+)[+]([0-9]+) .* · (?:write|for an interval write) \"([^\"]+)\"");

    record Wrong(String text, String mistakes) {}

    static List<Wrong> table() throws IOException {
        return read("wrong-schedules.txt");
    }

    static List<Wrong> durations() throws IOException {
        return read("wrong-durations.txt");
    }

    private static List<Wrong> read(String resource) throws IOException {
        List<Wrong> table = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(WrongScheduleTest.class.getResourceAsStream(resource))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.startsWith("    ")) {
                    table.add(new Wrong(line, ""));
                } else {
                    Wrong last = table.removeLast();
                    String before = last.mistakes.isEmpty() ? "" : last.mistakes + "\n";
                    table.add(new Wrong(last.text, before + line.strip()));
                }
            }
        }
        return table;
    }

    @ParameterizedTest
    @MethodSource("table")
    void tellsEveryMistakeWithItsPlaceAndWhatToWrite(Wrong wrong) {
        assertEquals(wrong.mistakes, Mistakes.of(wrong.text, ScheduleText::parse));
    }

    @ParameterizedTest
    @MethodSource("durations")
    void tellsEveryMistakeOfADuration(Wrong wrong) {
        assertEquals(wrong.mistakes, Mistakes.of(wrong.text, DurationText::parse));
    }

    /// A remedy that quotes what to write must itself be right: written there, it reads.
    @Test
    void suggestsOnlyWhatCanBeReadInThatPlace() throws IOException {
        int tried = 0;
        for (Wrong wrong : table()) {
            Matcher suggestion = SUGGESTION.matcher(wrong.mistakes);
            if (suggestion.matches()) {
                int offset = Integer.parseInt(suggestion.group(1));
                int end = offset + Integer.parseInt(suggestion.group(2));
                String instead = suggestion.group(3);
                // Macros and instants are suggested as a whole, everything else for its place.
                boolean whole = instead.startsWith("@") || instead.startsWith("at ")
                        || instead.startsWith("R") || instead.equals("once");
                String text = whole
                        ? instead
                        : wrong.text.substring(0, offset) + instead + wrong.text.substring(end);
                assertTrue(ScheduleText.parse(text).warnings().isEmpty(),
                        () -> wrong.text + " became " + text);
                tried++;
            }
        }
        assertTrue(tried > 30, "tried only " + tried);
    }

    @Test
    void refusesNothingAtAll() {
        for (String nothing : Stream.of("", " ", "\t  ").toList()) {
            assertEquals("0+" + nothing.length()
                    + " the schedule is empty · write one such as \"0 3 * * *\" or \"@daily\"",
                    Mistakes.of(nothing, ScheduleText::parse));
            assertEquals("0+0 the duration is missing · write a number and its unit, such as \"90s\"",
                    Mistakes.of(nothing, DurationText::parse));
        }
    }

    @Test
    void refusesEndlessTextWithoutReadingIt() {
        String text = "1" + ",1".repeat(100_000) + " * * * *";
        assertEquals("0+200009 the schedule has 200009 characters, more than the 1000 allowed"
                + " · split it into several schedules of one job", Mistakes.of(text, ScheduleText::parse));
    }

    @Test
    void namesForeignCharactersThatCannotBeSeen() {
        assertEquals("1+1 foreign character U+00A0 · write a plain space",
                Mistakes.of("0\u00A03 * * *", ScheduleText::parse));
        assertEquals("9+1 foreign character U+000A · write a plain space",
                Mistakes.of("0 3 * * *\n", ScheduleText::parse));
        assertEquals("4+1 foreign character U+200B · a schedule is plain ASCII",
                Mistakes.of("0 3 \u200B* * *", ScheduleText::parse));
        assertEquals("0+2 foreign character U+1D7D8 \"\uD835\uDFD8\" · write \"0\"",
                Mistakes.of("\uD835\uDFD8 3 * * *", ScheduleText::parse));
    }

    @Test
    void keepsTheTextAndAllMistakesInTheException() {
        try {
            ScheduleText.parse("60 24 * * *");
        } catch (ScheduleSyntaxException refused) {
            assertEquals("60 24 * * *", refused.text());
            assertEquals(2, refused.mistakes().size());
            assertEquals("minute \"60\" is not in 0 to 59; hour \"24\" is not in 0 to 23",
                    refused.getMessage());
            return;
        }
        throw new AssertionError("read");
    }
}
