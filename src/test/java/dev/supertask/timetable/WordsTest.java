package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void replacesWhatWouldTakeATerminalOver() {
        assertEquals("a\uFFFD\uFFFD[31mb", Words.oneLine("a\n\u001B[31mb"));
        assertEquals("ä😀 \"x\" · …", Words.oneLine("ä😀 \"x\" · …"));
    }

    @Test
    void leavesOutTheMiddleOfSomethingEndless() {
        String words = Words.oneLine("unknown key \"" + "x".repeat(100_000) + "\" · remove it");

        assertEquals(501, words.length());
        assertTrue(words.startsWith("unknown key \"xxx") && words.endsWith("xxx\" · remove it"), words);
    }
}
