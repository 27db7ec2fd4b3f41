package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.List;

import dev.supertask.problem.Refusal;

/// Splits a text into words as a POSIX shell does (POSIX.1-2024, Shell 2.2), without expanding
/// anything: blanks separate, quotes and backslashes keep.
final class ShellWords {
    private static final String ESCAPED_IN_QUOTES = "$`\"\\";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int index;

    private ShellWords(String text) {
        this.text = text;
    }

    /// @throws Refusal when a quote is not closed
    static List<String> split(String text) {
        return new ShellWords(text).split();
    }

    private List<String> split() {
        while (index < text.length()) {
            char c = text.charAt(index++);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> endWord();
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> escaped();
                default -> add(c);
            }
        }
        endWord();
        return List.copyOf(words);
    }

    private void singleQuoted() {
        int end = text.indexOf('\'', index);
        if (end < 0) {
            throw unbalanced('\'');
        }
        inWord = true;
        word.append(text, index, end);
        index = end + 1;
    }

    private void doubleQuoted() {
        inWord = true;
        while (index < text.length()) {
            char c = text.charAt(index++);
            if (c == '"') {
                return;
            }
            if (c == '\\' && index < text.length() && text.charAt(index) == '\n') {
                index++;
            } else if (c == '\\' && index < text.length()
                    && ESCAPED_IN_QUOTES.indexOf(text.charAt(index)) >= 0) {
                add(text.charAt(index++));
            } else {
                add(c);
            }
        }
        throw unbalanced('"');
    }

    private void escaped() {
        if (index == text.length()) {
            throw Refusal.mistake("the command ends in a backslash", "write \"\\\\\" for the character");
        }
        char c = text.charAt(index++);
        if (c != '\n') {
            add(c);
        }
    }

    private void add(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private static Refusal unbalanced(char quote) {
        return Refusal.mistake("a quote (" + quote + ") is opened and never closed",
                "close it, or escape it with a backslash");
    }
}
