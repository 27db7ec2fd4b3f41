package dev.supertask.schedule;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/// A distance that comes again and again: of real time, or by the calendar.
public sealed interface Interval {

    /// Real time, which no change of a clock or zone moves.
    ///
    /// @param length at least 1 ms
    record Real(Duration length) implements Interval {
        /// @throws IllegalArgumentException if it is shorter than 1 ms
        public Real {
            if (length.compareTo(Duration.ofMillis(1)) < 0) {
                throw new IllegalArgumentException("an interval is at least 1 ms, not " + length);
            }
        }

        @Override
        public String text() {
            return DurationText.write(length);
        }

        @Override
        public String words() {
            return DurationText.words(length);
        }
    }

    /// Days, months and years by the calendar of the time zone, at the same time of day. Counted from the beginning,
    /// not from the last: from a 31st of January, `P1M` gives the last of February and then the 31st of March.
    ///
    /// @param months of any length
    /// @param days besides
    record Calendar(int months, int days) implements Interval {
        private static final int YEAR = 12;
        private static final int WEEK = 7;

        /// @throws IllegalArgumentException if it is no time, or backwards
        public Calendar {
            if (months < 0 || days < 0 || (months == 0 && days == 0)) {
                throw new IllegalArgumentException("an interval of " + months + " months and " + days + " days");
            }
        }

        @Override
        public String text() {
            return Period.of(months / YEAR, months % YEAR, days).toString();
        }

        @Override
        public String words() {
            List<String> parts = new ArrayList<>();
            boolean weeks = days % WEEK == 0;
            add(parts, months / YEAR, "year");
            add(parts, months % YEAR, "month");
            add(parts, weeks ? days / WEEK : days, weeks ? "week" : "day");
            return String.join(" ", parts);
        }

        private static void add(List<String> parts, int amount, String unit) {
            if (amount != 0) {
                parts.add(amount + " " + unit + (amount == 1 ? "" : "s"));
            }
        }
    }

    /// As it is written behind `@every`: `1h30m`, `P1M`.
    String text();

    /// For people: `1 hour 30 minutes`.
    String words();

    /// As the end of "this job runs …": `every hour`, `every 90 seconds`.
    default String every() {
        String words = words();
        // "every 1 hour" is "every hour", but "every 1 hour 30 minutes" stays.
        boolean single = words.startsWith("1 ") && words.indexOf(' ', 2) < 0;
        return "every " + (single ? words.substring(2) : words);
    }
}
