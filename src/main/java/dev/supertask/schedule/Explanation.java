package dev.supertask.schedule;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/// A schedule, field by field, for people who want to know what they wrote.
public final class Explanation {
    private static final int DAYS = 7;

    private Explanation() {}

    /// A part of a schedule.
    ///
    /// @param name what it is, such as `hour`
    /// @param text how it was written
    /// @param words what it means
    public record Part(String name, String text, String words) {}

    /// The parts of a schedule; for one that has none, itself.
    public static List<Part> of(Schedule schedule) {
        List<Part> parts = new ArrayList<>();
        switch (schedule.base()) {
            case Cron cron -> fields(parts, cron.fields());
            case Schedule other -> parts.add(new Part("schedule", other.text(), other.words()));
        }
        if (schedule instanceof Modified modified) {
            modified.modifiers().parts().forEach((name, text) -> parts.add(new Part(name, text, meaning(name))));
        }
        return parts;
    }

    private static String meaning(String modifier) {
        return switch (modifier) {
            case "timezone" -> "its local times are meant there";
            case "from" -> "nothing before";
            case "until" -> "nothing after";
            case "times" -> "so many, and no more";
            default -> "each comes up to so much later, by a stable hash of the job";
        };
    }

    private static void fields(List<Part> parts, CronFields fields) {
        add(parts, CronField.SECOND, fields.second());
        add(parts, CronField.MINUTE, fields.minute());
        add(parts, CronField.HOUR, fields.hour());
        add(parts, CronField.DAY, fields.day());
        add(parts, CronField.MONTH, fields.month());
        add(parts, CronField.WEEKDAY, fields.weekday());
        add(parts, CronField.YEAR, fields.year());
        if (fields.rule("").days().either() && !fields.day().isAny() && !fields.weekday().isAny()) {
            parts.add(new Part("days", "", "a day matches if either of the two day fields does"));
        }
    }

    private static void add(List<Part> parts, CronField field, @Nullable FieldValues values) {
        if (values != null) {
            parts.add(new Part(field.label, values.text, words(field, values)));
        }
    }

    private static String words(CronField field, FieldValues values) {
        if (values.isAny()) {
            return field.isDayField() ? "every day" : "every " + field.label;
        }
        List<String> items = new ArrayList<>();
        if (!values.plain.isEmpty()) {
            items.add(Words.runs(values.plain, value -> shown(field, value)));
        }
        values.hashed.forEach(hashed -> items.add(hashed.words()));
        bits(values.beforeLast).forEach(n -> items.add(n == 0
                ? "the last day of the month"
                : n == 1 ? "the day before the last of the month"
                : n + " days before the last of the month"));
        bits(values.nearest).forEach(n -> items.add("the weekday nearest to the " + Words.ordinal(n)));
        if (values.lastWeekday) {
            items.add("the last weekday of the month");
        }
        bits(values.lastOf).forEach(n -> items.add("the last " + weekday(n) + " of the month"));
        bits(values.nth).forEach(bit -> items.add(
                "the " + Words.ordinal(bit / DAYS + 1) + " " + weekday(bit % DAYS) + " of the month"));
        return Words.list(items, "and");
    }

    private static String shown(CronField field, int value) {
        return switch (field) {
            case SECOND, MINUTE, HOUR, DAY, YEAR -> Integer.toString(value);
            case MONTH -> Month.of(value).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case WEEKDAY -> weekday(value);
        };
    }

    private static String weekday(int sundayIs0) {
        return DayOfWeek.of(sundayIs0 == 0 ? DAYS : sundayIs0).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static IntStream bits(long bits) {
        return IntStream.range(0, Long.SIZE).filter(bit -> (bits >> bit & 1) != 0);
    }
}
