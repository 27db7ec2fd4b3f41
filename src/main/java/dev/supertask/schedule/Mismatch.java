package dev.supertask.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Why an instant is no occurrence of cron text, field by field.
final class Mismatch {
    private Mismatch() {}

    /// The fields that keep it from matching, as `the hour is 10, not "9"`; empty where all of them match the
    /// wall clock.
    static List<String> of(CronFields fields, Instant at, Frame frame) {
        LocalDateTime local = LocalDateTime.ofInstant(at, frame.zone());
        String identity = frame.identity();
        List<String> found = new ArrayList<>();
        add(found, identity, "year", fields.year(), local.getYear(), local.getYear() + "");
        add(found, identity, "month", fields.month(), local.getMonthValue(),
                local.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        day(fields, local, identity).ifPresent(found::add);
        add(found, identity, "hour", fields.hour(), local.getHour(), local.getHour() + "");
        add(found, identity, "minute", fields.minute(), local.getMinute(), local.getMinute() + "");
        if (fields.second() != null) {
            add(found, identity, "second", fields.second(), local.getSecond(), local.getSecond() + "");
        } else if (local.getSecond() != 0) {
            found.add("the second is " + local.getSecond() + ", not 0");
        }
        if (local.getNano() != 0) {
            found.add("it is no full second");
        }
        return found;
    }

    private static void add(List<String> found, String identity, String name, @Nullable FieldValues values, int value,
            String shown) {
        if (values != null && !values.isAny() && !values.values(identity).get(value)) {
            found.add("the " + name + " is " + shown + ", not \"" + values.text + "\"");
        }
    }

    private static Optional<String> day(CronFields fields, LocalDateTime local, String identity) {
        int first = local.withDayOfMonth(1).getDayOfWeek().getValue() % 7;
        int length = YearMonth.from(local).lengthOfMonth();
        CronDays both = fields.rule(identity).days();
        int day = local.getDayOfMonth();
        if ((both.of(first, length) >> day & 1) != 0) {
            return Optional.empty();
        }
        String date = "the day of month is " + day;
        String weekday = local.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        if (both.either()) {
            return Optional.of(date + " and a " + weekday + ", neither of \"" + fields.day().text + "\" nor of \""
                    + fields.weekday().text + "\"");
        }
        boolean byDate = fields.weekday().isAny();
        boolean byWeekday = fields.day().isAny();
        return Optional.of(byDate
                ? date + ", not \"" + fields.day().text + "\""
                : byWeekday
                        ? "the day is a " + weekday + ", not \"" + fields.weekday().text + "\""
                : date + " and a " + weekday + ", not both of \"" + fields.day().text + "\" and \""
                        + fields.weekday().text + "\"");
    }
}
