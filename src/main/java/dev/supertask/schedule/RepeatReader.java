package dev.supertask.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads an ISO-8601 repeating interval: `R5/START/LENGTH`, `R5/START/END`, `R5/LENGTH/END`; without a number it has
/// no end.
final class RepeatReader {
    private static final String EXAMPLE = "write it like \"R5/2026-01-01T00:00Z/PT1H\"";
    private static final MomentReader MOMENT = new MomentReader("", null);
    private static final int MOST = 1_000_000;

    private RepeatReader() {}

    /// Whether text was meant to be one.
    static boolean isRepeat(Piece word) {
        return word.upper().matches("R-?[0-9]*/.*");
    }

    /// Reads one; null where there is none, and then the findings say why.
    static @Nullable Repeat read(Piece piece, Findings findings) {
        List<Piece> parts = piece.split('/');
        if (parts.size() != 3 || parts.stream().anyMatch(Piece::isEmpty) || !isRepeat(piece)) {
            findings.mistake(piece, "\"" + piece.text() + "\" is not a repeating interval", EXAMPLE);
            return null;
        }
        Piece number = parts.getFirst().from(1);
        if (!number.isEmpty() && (!number.isNumber() || number.number() < 1 || number.number() >= MOST)) {
            findings.mistake(parts.getFirst(), "\"" + parts.getFirst().text() + "\" is no number of times",
                    "write \"R1\" to \"R" + (MOST - 1) + "\", or \"R\" for no end");
        }
        @Nullable
        Long count = number.isEmpty() ? null : (long) number.number();
        Piece first = parts.get(1);
        Piece last = parts.get(2);
        if (first.upper().startsWith("P")) {
            return backwards(count, first, last, findings);
        }
        Moment start = MOMENT.read(first, findings);
        if (last.upper().startsWith("P")) {
            Interval interval = IntervalReader.read(last, "", findings);
            return start == null || interval == null || findings.hasMistakes()
                    ? null
                    : new Repeat(count, start, interval);
        }
        Moment end = MOMENT.read(last, findings);
        return start == null || end == null || findings.hasMistakes()
                ? null
                : between(count, start, end, piece, findings);
    }

    /// The last of the intervals ends at the end, so the first of as many begins that often before it.
    private static @Nullable Repeat backwards(@Nullable Long count, Piece length, Piece last, Findings findings) {
        Interval interval = IntervalReader.read(length, "", findings);
        Moment end = MOMENT.read(last, findings);
        if (count == null) {
            findings.mistake(length, "a repeating interval without a number has no beginning before its end",
                    "write how often, such as \"R5/" + length.text() + "/" + last.text() + "\", or its start first");
        }
        if (interval == null || end == null || count == null || findings.hasMistakes()) {
            return null;
        }
        try {
            LocalDateTime start = switch (interval) {
                case Interval.Real(Duration real) -> end.local().minus(real.multipliedBy(count));
                case Interval.Calendar(int months, int days) ->
                    end.local().minusMonths(months * count).minusDays(days * count);
            };
            return new Repeat(count, new Moment(start, end.offset()), interval);
        } catch (DateTimeException | ArithmeticException e) {
            findings.mistake(length, "\"" + length.text() + "\" goes back before all time", EXAMPLE);
            return null;
        }
    }

    private static @Nullable Repeat between(@Nullable Long count, Moment start, Moment end, Piece piece,
            Findings findings) {
        @Nullable
        ZoneOffset zone = start.offset();
        if ((zone == null) != (end.offset() == null)) {
            findings.mistake(piece, "\"" + piece.text() + "\" has an offset at one end only",
                    "write it at both, or at none");
            return null;
        }
        Duration length = Duration.between(utc(start), utc(end));
        if (length.compareTo(Duration.ofMillis(1)) < 0) {
            findings.mistake(piece, "\"" + piece.text() + "\" ends before it starts", "write the earlier one first");
            return null;
        }
        return new Repeat(count, start, new Interval.Real(length));
    }

    private static LocalDateTime utc(Moment moment) {
        return moment.offset() == null
                ? moment.local()
                : moment.local().minusSeconds(moment.offset().getTotalSeconds());
    }
}
