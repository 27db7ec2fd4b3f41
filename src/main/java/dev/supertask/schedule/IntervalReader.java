package dev.supertask.schedule;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Reads the interval of a schedule: a duration, or an ISO-8601 period by the calendar (`P1M`, `P2W`).
final class IntervalReader {
    private static final Pattern PERIOD = Pattern.compile("P(?=[0-9])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?");
    private static final Pattern MIXED = Pattern.compile("(P(?:[0-9]+Y)?(?:[0-9]+M)?)(?:[0-9]+[WD])*(T.+)");
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,4}) ?(mo|mos|month|months|y|yr|yrs|year|years)");
    private static final int MOST_YEARS = 1000;
    private static final Duration SHORT_TIME = Duration.ofMillis(100);

    private IntervalReader() {}

    /// Reads an interval; null where there is none, and then the findings say why.
    ///
    /// @param prefix what stands before one, for what messages suggest
    static @Nullable Interval read(Piece piece, String prefix, Findings findings) {
        String text = piece.upper();
        Matcher word = SHORT.matcher(piece.text().toLowerCase(Locale.ROOT));
        if (PERIOD.matcher(text).matches()) {
            return period(piece, text, findings);
        } else if (MIXED.matcher(text).matches() && !text.startsWith("PT") && !text.matches("P[0-9]+[WD].*")) {
            findings.mistake(piece, "\"" + piece.text() + "\" mixes months or years with hours",
                    "write only days, weeks, months and years, or only shorter ones");
            return null;
        } else if (word.matches()) {
            String unit = word.group(2).startsWith("m") ? "M" : "Y";
            findings.mistake(piece, "months and years are written in ISO-8601, not as \"" + piece.text() + "\"",
                    "write \"" + prefix + "P" + word.group(1) + unit + "\"");
            return null;
        }
        @Nullable
        Duration length = DurationReader.read(piece, findings);
        return length == null ? null : real(piece, length, prefix, findings);
    }

    private static @Nullable Interval real(Piece piece, Duration length, String prefix, Findings findings) {
        if (length.compareTo(Duration.ofMillis(1)) < 0) {
            findings.mistake(piece, "\"" + piece.text() + "\" is shorter than a millisecond",
                    "write \"" + prefix + "1ms\" or more");
            return null;
        }
        if (length.compareTo(SHORT_TIME) < 0) {
            findings.warning(ScheduleWarning.SHORT_INTERVAL, piece,
                    "\"" + piece.text() + "\" means " + Math.round(1e9 / length.toNanos())
                            + " starts a second, and each start of a process costs about 1 ms of a processor,"
                            + " whatever it does",
                    "let one run do more, or write a loop in one run");
        }
        return new Interval.Real(length);
    }

    private static @Nullable Interval period(Piece piece, String text, Findings findings) {
        @Nullable
        Period period = null;
        try {
            period = Period.parse(text);
        } catch (DateTimeParseException | ArithmeticException tooLarge) {
            // Told below.
        }
        if (period == null || period.toTotalMonths() > MOST_YEARS * 12L
                || period.get(ChronoUnit.DAYS) > MOST_YEARS * 365L) {
            findings.mistake(piece, "\"" + piece.text() + "\" is longer than 1000 years", "write at most \"P1000Y\"");
        } else if (period.isZero()) {
            findings.mistake(piece, "\"" + piece.text() + "\" would never move on", "write at least \"P1D\"");
        } else {
            return new Interval.Calendar((int) period.toTotalMonths(), (int) period.get(ChronoUnit.DAYS));
        }
        return null;
    }
}
