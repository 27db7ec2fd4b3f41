package dev.supertask.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Reads dates and times.
///
/// @param prefix what stands before one, for what messages suggest
/// @param dateAlone the time of day that a date alone means, or null where that is a mistake
record MomentReader(String prefix, @Nullable LocalTime dateAlone) {
    private static final Pattern FORM = Pattern
            .compile("(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:(?<sep>[Tt]| +)(?<time>[0-9]{2}:[0-9]{2}"
                    + "(?::[0-9]{2}(?:[.][0-9]{1,9})?)?)(?<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?");

    /// Behind `at`.
    static final MomentReader AT = new MomentReader("at ", null);

    /// A list with commas; null where one of it is none, and then the findings say why.
    static @Nullable At list(Piece piece, Findings findings) {
        List<Moment> moments = new ArrayList<>();
        for (Piece item : piece.split(',')) {
            Moment moment = AT.read(item.trimmed(), findings);
            if (moment != null) {
                moments.add(moment);
            }
        }
        return findings.hasMistakes() || moments.isEmpty() ? null : new At(moments);
    }

    /// Reads a date and time; null where there is none, and then the findings say why.
    @Nullable
    Moment read(Piece piece, Findings findings) {
        String text = piece.text();
        Matcher form = FORM.matcher(text);
        String example = "write it like \"" + prefix + "2027-01-01T09:00\" or \"" + prefix + "2027-01-01T09:00Z\"";
        if (text.isEmpty()) {
            String behind = prefix.isBlank() ? "" : " behind \"" + prefix.strip() + "\"";
            findings.mistake(piece, "the date and time are missing" + behind, example);
        } else if (!form.matches()) {
            findings.mistake(piece, "\"" + text + "\" is not a date and time", example);
        } else if (form.group("time") == null && dateAlone == null) {
            findings.mistake(piece, "\"" + text + "\" has no time of day",
                    "write \"" + prefix + text + "T00:00\"");
        } else if (form.group("sep") != null && form.group("sep").isBlank()) {
            findings.mistake(piece.part(form.start("sep"), form.end("sep")),
                    "a space stands before the time of day",
                    "write \"" + prefix + text.replaceFirst(" +", "T") + "\"");
        } else {
            return moment(piece, form, findings);
        }
        return null;
    }

    private @Nullable Moment moment(Piece piece, Matcher form, Findings findings) {
        @Nullable
        LocalDate date = null;
        @Nullable
        LocalTime time = dateAlone;
        @Nullable
        ZoneOffset offset = null;
        try {
            date = LocalDate.parse(form.group("date"));
        } catch (DateTimeException e) {
            findings.mistake(piece.part(form.start("date"), form.end("date")),
                    "there is no date \"" + form.group("date") + "\"", "write it as year-month-day");
        }
        try {
            time = form.group("time") == null ? dateAlone : LocalTime.parse(form.group("time"));
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
        return date == null || time == null ? null : new Moment(LocalDateTime.of(date, time), offset);
    }
}
