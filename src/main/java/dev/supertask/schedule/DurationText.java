package dev.supertask.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Durations as people write them: `90s`, `1h30m`, `500ms`, `2w`, or ISO-8601 (`PT15M`). A day is 24
/// hours and a week seven such days, wherever a duration is meant; months and years have no fixed
/// length and are refused.
public final class DurationText {
    private DurationText() {}

    /// Reads a duration of zero to a thousand years.
    ///
    /// @throws ScheduleSyntaxException with every mistake found, by its place in the text
    public static Duration parse(String text) {
        Findings findings = new Findings(text);
        @Nullable
        Duration duration = DurationReader.read(new Piece(text, 0).trimmed(), findings);
        if (duration == null || findings.hasMistakes()) {
            throw findings.refusal();
        }
        return duration;
    }

    /// Writes a duration so that [#parse] reads the same one back: `1h30m`, `0s`; in ISO-8601 where it
    /// has parts finer than a millisecond. One below zero, which parse refuses, gets a leading `-`.
    public static String write(Duration duration) {
        if (duration.isNegative()) {
            return "-" + write(duration.negated());
        }
        if (duration.toNanosPart() % 1_000_000 != 0) {
            return duration.toString();
        }
        StringBuilder text = new StringBuilder();
        append(text, duration.toDaysPart(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    /// A duration in words for people: `90 seconds`, `1 hour 30 minutes`, `2 weeks`; parts finer than a
    /// millisecond are left out.
    public static String words(Duration duration) {
        if (duration.isNegative()) {
            return "minus " + words(duration.negated());
        }
        List<String> parts = parts(duration);
        return parts.isEmpty() ? "0 seconds" : String.join(" ", parts);
    }

    private static List<String> parts(Duration duration) {
        List<String> parts = new ArrayList<>();
        if (duration.toSeconds() < 120 && duration.toSeconds() != 60) {
            add(parts, duration.toSeconds(), "second");
            add(parts, duration.toMillisPart(), "millisecond");
            return parts;
        }
        boolean weeks = duration.toDaysPart() % 7 == 0;
        add(parts, weeks ? duration.toDaysPart() / 7 : duration.toDaysPart(), weeks ? "week" : "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        add(parts, duration.toSecondsPart(), "second");
        add(parts, duration.toMillisPart(), "millisecond");
        return parts;
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }

    private static void add(List<String> parts, long amount, String unit) {
        if (amount != 0) {
            parts.add(amount + " " + unit + (amount == 1 ? "" : "s"));
        }
    }
}
