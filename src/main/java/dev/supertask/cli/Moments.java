package dev.supertask.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

import dev.supertask.problem.Refusal;

/// Moments as people type them: a date, a date and time, or one with offset.
final class Moments {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE).optionalStart().appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME).optionalStart().appendOffsetId().optionalEnd()
            .optionalEnd()
            .toFormatter();

    private Moments() {}

    /// The moment of a text; a date is its first moment.
    ///
    /// @param zone in which it is meant where it has no offset
    /// @throws DateTimeException if it is none
    static Instant parse(String text, ZoneId zone) {
        TemporalAccessor parsed = FORM.parseBest(text.strip().replace(' ', 'T'), OffsetDateTime::from,
                LocalDateTime::from, LocalDate::from);
        return switch (parsed) {
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            case LocalDate date -> date.atStartOfDay(zone).toInstant();
            case TemporalAccessor other -> throw new DateTimeException("no moment: " + other);
        };
    }

    /// The same.
    ///
    /// @param what it is for, as the user calls it
    /// @throws Refusal if it is none
    static Instant read(String text, ZoneId zone, String what) {
        try {
            return parse(text, zone);
        } catch (DateTimeException e) {
            throw Refusal.mistake("\"" + text + "\" is no moment for " + what,
                    "write one such as 2026-11-24, 2026-11-24T03:00 or 2026-11-24T03:00:00+01:00");
        }
    }
}
