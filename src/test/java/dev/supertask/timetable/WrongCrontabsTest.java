package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.supertask.problem.Refusal;
import org.junit.jupiter.api.Test;

/// Everything that is told of crontabs with mistakes, word for word: see `wrong-crontabs.txt`.
class WrongCrontabsTest {

    @Test
    void tellsEveryMistakeWithItsPlaceAndWhatToDo() throws IOException {
        List<String> told = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String each : cases()) {
            String form = each.lines().findFirst().orElseThrow();
            String[] parts = each.substring(form.length() + 1).split("\n---\n", 2);
            String start = form + "\n" + parts[0] + "\n---\n";
            expected.add(start + parts[1].stripTrailing());
            told.add(start + refusal(form, parts[0] + "\n"));
        }

        assertEquals(String.join("\n\n", expected), String.join("\n\n", told));
        assertTrue(told.size() > 60, () -> told.size() + " cases");
    }

    @Test
    void tellsOfTheLineEndsOfWindowsOnce() {
        assertEquals(
                """
                        crontab:1:15: the line ends with a carriage return, which cron hands to the command · save the file with the line ends of Unix (LF): "sed -i 's/\\r$//' FILE"
                            1 | 0 5 * * * true
                              |               ^
                        crontab:2:1: minute "60" is not in 0 to 59 · write "0"
                            2 | 60 * * * * true
                              | ^~""",
                refusal("user", "0 5 * * * true\r\n60 * * * * true\r\n"));
    }

    private static String refusal(String form, String text) {
        return assertThrows(Refusal.class,
                () -> {
                    if (form.equals("system")) {
                        Crontabs.readSystem(text);
                    } else {
                        Crontabs.read(text);
                    }
                }, text).getMessage();
    }

    private static List<String> cases() throws IOException {
        try (InputStream in = Objects
                .requireNonNull(WrongCrontabsTest.class.getResourceAsStream("wrong-crontabs.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split("\n=== ", -1)).stream().skip(1).toList();
        }
    }
}
