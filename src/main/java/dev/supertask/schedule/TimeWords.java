package dev.supertask.schedule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// The times of day of cron text in words.
final class TimeWords {
    private static final int MOST_TIMES = 6;
    private static final Pattern STEP = Pattern.compile("\\*/([0-9]{1,2})");

    private TimeWords() {}

    /// A few fixed times: `09:00`, `09:00, 12:30 and 17:00`; empty for everything else.
    static Optional<String> fixed(CronFields fields) {
        BitSet minutes = fields.minute().plain;
        BitSet hours = fields.hour().plain;
        if (fields.isHashed() || fields.hour().isStarred() || fields.minute().isStarred() || isRange(fields.minute())
                || isRange(fields.hour()) || second(fields.second()) < 0
                || minutes.cardinality() * hours.cardinality() > MOST_TIMES) {
            return Optional.empty();
        }
        int second = second(fields.second());
        List<String> times = new ArrayList<>();
        hours.stream().forEach(hour -> minutes.stream()
                .forEach(minute -> times
                        .add(time(hour, minute) + (second == 0 ? "" : ":%02d".formatted(second)))));
        return Optional.of(Words.list(times, "and"));
    }

    /// Something that comes again and again: `every 5 minutes`, `every hour from 09:00 to 17:00`.
    static Optional<String> interval(CronFields fields) {
        if (fields.isHashed()) {
            return Optional.empty();
        }
        FieldValues second = fields.second();
        if (second != null && second(second) != 0) {
            int step = step(second, 60);
            return step == 0 || !fields.minute().isAny()
                    ? Optional.empty()
                    : hours(fields).map(hours -> every(step, "second") + hours);
        }
        int step = step(fields.minute(), 60);
        if (step > 0) {
            return hours(fields).map(hours -> every(step, "minute") + hours);
        }
        BitSet hours = fields.hour().plain;
        int minute = single(fields.minute());
        int hourly = step(fields.hour(), 24);
        if (minute >= 0 && hourly > 0) {
            return Optional.of(every(hourly, "hour") + (minute == 0 ? "" : " at minute " + minute));
        } else if (minute >= 0 && Words.isRun(hours) && hours.cardinality() > 1) {
            return Optional.of("every hour from " + time(hours.nextSetBit(0), minute) + " to "
                    + time(hours.length() - 1, minute));
        }
        return Optional.empty();
    }

    /// Everything, value by value: `at minutes 0, 7 and 14 of hours 9 to 17`.
    static String spelt(CronFields fields) {
        FieldValues second = fields.second();
        String seconds = second == null || second(second) == 0 ? "" : values("second", second) + " of ";
        return "at " + seconds + values("minute", fields.minute()) + " of " + values("hour", fields.hour());
    }

    private static String values(String unit, FieldValues values) {
        if (values.isAny()) {
            return "every " + unit;
        }
        if (values.isHashed()) {
            return unit + " " + values.text;
        }
        return unit + (single(values) < 0 ? "s " : " ") + Words.runs(values.plain, Integer::toString);
    }

    /// In which hours something happens all the time; empty if that cannot be said shortly.
    private static Optional<String> hours(CronFields fields) {
        BitSet hours = fields.hour().plain;
        if (hours.cardinality() == 24) {
            return Optional.of("");
        }
        // Up to the last minute at which it may happen, whatever the seconds.
        int last = fields.minute().plain.length() - 1;
        return Words.isRun(hours)
                ? Optional
                        .of(" from " + time(hours.nextSetBit(0), 0) + " to " + time(hours.length() - 1, last))
                : Optional.empty();
    }

    /// Whether it was written as one range of more than two values.
    private static boolean isRange(FieldValues values) {
        return values.text.indexOf('-') > 0 && Words.isRun(values.plain) && values.plain.cardinality() > 2;
    }

    private static String every(int step, String unit) {
        return "every " + (step == 1 ? unit : step + " " + unit + "s");
    }

    /// The distance of values that come evenly all the time, or 0.
    private static int step(FieldValues values, int cycle) {
        if (values.isAny()) {
            return 1;
        }
        Matcher step = STEP.matcher(values.text);
        int distance = step.matches() ? Integer.parseInt(step.group(1)) : 0;
        return distance > 0 && distance < cycle && cycle % distance == 0 ? distance : 0;
    }

    private static int second(@Nullable FieldValues second) {
        return second == null ? 0 : single(second);
    }

    private static int single(FieldValues values) {
        return values.plain.cardinality() == 1 ? values.plain.nextSetBit(0) : -1;
    }

    private static String time(int hour, int minute) {
        return "%02d:%02d".formatted(hour, minute);
    }
}
