package dev.supertask.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Collects what is wrong with one text, and what is worth a word about it, while it is read to its
/// end.
final class Findings {
    private static final Comparator<ScheduleMistake> READING_ORDER = Comparator
            .comparingInt(ScheduleMistake::offset);

    private final String text;
    private final List<ScheduleMistake> mistakes = new ArrayList<>();
    private final List<ScheduleMistake> warnings = new ArrayList<>();

    Findings(String text) {
        this.text = text;
    }

    /// Adds a mistake, unless one is known already about some of the same characters: one that cannot be
    /// there also makes its field unreadable, but is one mistake.
    void mistake(int offset, int length, String message, @Nullable String remedy) {
        boolean known = mistakes.stream()
                .anyMatch(m -> m.offset() < offset + length && offset < m.offset() + m.length());
        if (!known) {
            mistakes.add(new ScheduleMistake(offset, length, message, remedy, null));
        }
    }

    void mistake(Piece piece, String message, @Nullable String remedy) {
        mistake(piece.offset(), piece.text().length(), message, remedy);
    }

    void warning(ScheduleWarning warning, Piece piece, String message, @Nullable String remedy) {
        warnings.add(new ScheduleMistake(piece.offset(), piece.text().length(), message, remedy, warning));
    }

    boolean hasMistakes() {
        return !mistakes.isEmpty();
    }

    /// The warnings, in reading order.
    List<ScheduleMistake> warnings() {
        return warnings.stream().sorted(READING_ORDER).toList();
    }

    /// The refusal of the whole text.
    ScheduleSyntaxException refusal() {
        return new ScheduleSyntaxException(text, mistakes.stream().sorted(READING_ORDER).toList());
    }
}
