package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class ShellWordsTest {

    @Test
    void splitsAtBlanks() {
        assertEquals(List.of("a", "b", "c"), ShellWords.split("  a \t b\nc "));
        assertEquals(List.of(), ShellWords.split(" \n"));
    }

    @Test
    void keepsWhatIsQuoted() {
        assertEquals(List.of("a b", "", "c\"d", "e'f"), ShellWords.split("'a b' '' 'c\"d' \"e'f\""));
        assertEquals(List.of("--name=a b"), ShellWords.split("--name='a b'"));
        assertEquals(List.of("abc"), ShellWords.split("a'b'\"c\""));
    }

    @Test
    void takesBackslashesAsAShellDoes() {
        assertEquals(List.of("a b", "\\"), ShellWords.split("a\\ b \\\\"));
        assertEquals(List.of("\"$`\\", "\\n"), ShellWords.split("\"\\\"\\$\\`\\\\\" \"\\n\""));
        assertEquals(List.of("a\\b"), ShellWords.split("'a\\b'"));
        assertEquals(List.of("ab", "cd"), ShellWords.split("a\\\nb \"c\\\nd\""));
    }

    @Test
    void expandsNothing() {
        assertEquals(List.of("$HOME", "*", "~", "`date`", "a|b", ">x", "#c"),
                ShellWords.split("$HOME * ~ `date` a|b >x #c"));
    }
}
