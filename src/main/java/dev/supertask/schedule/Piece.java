package dev.supertask.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A part of a schedule's text that remembers where it stood, so that every mistake has a place.
///
/// @param text the part itself
/// @param offset of its first character, in UTF-16 units from the start of the whole text
record Piece(String text, int offset) {

    /// The part of this piece from one index up to, and without, another.
    Piece part(int from, int to) {
        return new Piece(text.substring(from, to), offset + from);
    }

    /// The rest of this piece from an index on.
    Piece from(int from) {
        return part(from, text.length());
    }

    /// Where this piece ends: the offset behind its last character.
    int end() {
        return offset + text.length();
    }

    /// The text in capitals, as names and day forms are compared.
    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /// The parts between separators, empty ones included.
    List<Piece> split(char separator) {
        List<Piece> parts = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            parts.add(part(start, at));
            start = at + 1;
        }
        parts.add(from(start));
        return parts;
    }

    /// The parts between runs of spaces and tabs, none of them empty.
    List<Piece> words() {
        List<Piece> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\t';
            if (blank && start >= 0) {
                words.add(part(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /// This piece without spaces and tabs at both ends.
    Piece trimmed() {
        List<Piece> words = words();
        return words.isEmpty()
                ? part(0, 0)
                : part(words.getFirst().offset - offset, words.getLast().end() - offset);
    }

    /// Whether it consists of ASCII digits only, at least one.
    boolean isNumber() {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The value of a number; anything too large for every field comes out as a million.
    int number() {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            value = Math.min(value * 10 + text.charAt(i) - '0', 1_000_000);
        }
        return value;
    }
}
