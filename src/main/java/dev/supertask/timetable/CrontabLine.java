package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.supertask.problem.Warning;
import org.jspecify.annotations.Nullable;

/// One line of a crontab. Offsets are UTF-16 units from its first character.
///
/// @param reading what is told of it
/// @param number the line's number, from 0
/// @param text the line without its end
record CrontabLine(Reading reading, int number, String text) {
    private static final Pattern WORD = Pattern.compile("[^ \t]+");

    /// What stands between blanks.
    ///
    /// @param start where it starts in its line
    record Word(String text, int start) {
        int end() {
            return start + text.length();
        }
    }

    boolean isBlank() {
        return words().isEmpty();
    }

    boolean isComment() {
        return text.stripLeading().startsWith("#");
    }

    List<Word> words() {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start()));
        }
        return words;
    }

    /// A stretch of it as a scalar, whose parts have exact places.
    Yaml.Scalar scalar(int from, int to) {
        Span span = new Span(number, text.codePointCount(0, from), number, text.codePointCount(0, to));
        return new Yaml.Scalar(span, text.substring(from, to), true);
    }

    void mistake(int from, int to, String message, @Nullable String remedy) {
        reading.mistake(scalar(from, to), 0, to - from, message, remedy);
    }

    void mistake(Word word, String message, @Nullable String remedy) {
        mistake(word.start, word.end(), message, remedy);
    }

    void warning(Warning kind, int from, int to, String message, @Nullable String remedy) {
        reading.warning(kind, reading.source().position(scalar(from, to), 0, to - from), message, remedy);
    }

    /// Where its last character that is no blank ends.
    int end() {
        return text.stripTrailing().length();
    }

    /// Where its first character that is no blank stands.
    int start() {
        return text.length() - text.stripLeading().length();
    }
}
