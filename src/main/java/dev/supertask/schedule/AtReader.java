package dev.supertask.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Reads the date and time behind `at`.
final class AtReader {
    private static final Pattern FORM = Pattern
            .compile("(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:(?<sep>[Tt]| +)(?<time>[0-9]{2}:[0-9]{2}"
                    + "(?::[0-9]{2}(?:[.][0-9]{1,9})?)?)(?<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?");
    private static final String EXAMPLE = "write it like \"at 2027-01-01T09:00\" or \"at 2027-01-01T09:00Z\"";

    private AtReader() {}

    /// Reads a date and time; null where there is none, and then the findings say why.
    static @Nullable At read(Piece piece, Findings findings) {
        String text = piece.text();
        Matcher form = FORM.matcher(text);
        if (text.isEmpty()) {
            findings.mistake(piece, "the date and time are missing behind \"at\"", EXAMPLE);
        } else if (!form.matches()) {
            findings.mistake(piece, "\"" + text + "\" is not a date and time", EXAMPLE);
        } else if (form.group("time") == null) {
            findings.mistake(piece, "\"" + text + "\" has no time of day", "write \"at " + text + "T00:00\"");
        } else if (form.group("sep").isBlank()) {
            findings.mistake(piece.part(form.start("sep"), form.end("sep")),
                    "a space stands before the time of day",
                    "write \"at " + text.replaceFirst(" +", "T") + "\"");
        } else {
            return at(piece, form, findings);
        }
        return null;
    }

    private static @Nullable At at(Piece piece, Matcher form, Findings findings) {
        @Nullable
        LocalDate date = null;
        @Nullable
        LocalTime time = null;
        @Nullable
        ZoneOffset offset = null;
        try {
            date = LocalDate.parse(form.group("date"));
        } catch (DateTimeException e) {
            findings.mistake(piece.part(form.start("date"), form.end("date")),
                    "there is no date \"" + form.group("date") + "\"", "write it as year-month-day");
        }
        try {
            time = LocalTime.parse(form.group("time"));
        } catch (DateTimeException e) {
            findings.mistake(piece.part(form.start("time"), form.end("time")),
                    "there is no time of day \"" + form.group("time") + "\"",
                    "it lies between 00:00 and 23:59:59");
        }
        @Nullable
        String written = form.group("offset");
        try {
            offset = written == null ? null : ZoneOffset.of(written.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            findings.mistake(piece.part(form.start("offset"), form.end("offset")),
                    "there is no offset \"" + written + "\"", "it lies between -18:00 and +18:00");
        }
        return date == null || time == null ? null : new At(LocalDateTime.of(date, time), offset);
    }
}
