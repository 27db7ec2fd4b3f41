package dev.supertask.schedule;

import java.time.LocalDate;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/// Cron fields as bit sets, asked on the wall clock alone, without a zone. Wall-clock times are seconds
/// since 1970-01-01T00:00 as if every day had 24 hours.
///
/// @param seconds bit n for second n
/// @param minutes bit n for minute n
/// @param hours bit n for hour n
/// @param days which days of a month
/// @param months bit n for month n, from 1
/// @param years the years, or null for every year
/// @param fixedTime whether neither minute nor hour starts with `*`: cron(8) treats such jobs specially
///         where the clock is put forward or back
record CronRule(long seconds, long minutes, long hours, CronDays days, long months, @Nullable BitSet years,
        boolean fixedTime) {
    /// The answer when nothing matches any more.
    static final long NEVER = Long.MAX_VALUE;

    private static final int DAY = 86_400;
    /// The Gregorian calendar repeats itself, weekdays included, after 400 years.
    private static final int MONTHS_TO_TRY = 400 * 12 + 1;
    private static final int MARCH_1_OF_YEAR_0 = -719_468;
    private static final int DAYS_OF_400_YEARS = 146_097;

    /// The first matching wall-clock time at or after the given one.
    long next(long from) {
        long day = Math.floorDiv(from, (long) DAY);
        int time = timeOfDay((int) (from - day * DAY));
        long match = day(time < 0 ? day + 1 : day);
        if (match == NEVER) {
            return NEVER;
        }
        return match * DAY + (match == day && time >= 0 ? time : timeOfDay(0));
    }

    /// The first matching second of a day at or after the given one, or -1.
    private int timeOfDay(int from) {
        int hour = from / 3600;
        if ((hours >> hour & 1) != 0) {
            int minute = from / 60 % 60;
            if ((minutes >> minute & 1) != 0) {
                int second = from(seconds, from % 60);
                if (second >= 0) {
                    return from - from % 60 + second;
                }
            }
            int later = from(minutes, minute + 1);
            if (later >= 0) {
                return hour * 3600 + later * 60 + from(seconds, 0);
            }
        }
        int later = from(hours, hour + 1);
        return later < 0 ? -1 : later * 3600 + from(minutes, 0) * 60 + from(seconds, 0);
    }

    private static int from(long bits, int from) {
        long rest = bits & -1L << from;
        return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
    }

    /// The first matching day at or after the given one, in days since 1970-01-01.
    private long day(long from) {
        // The civil date of a day number: years are counted from March, so that leap days come last.
        long shifted = from - MARCH_1_OF_YEAR_0;
        long era = Math.floorDiv(shifted, (long) DAYS_OF_400_YEARS);
        int ofEra = (int) (shifted - era * DAYS_OF_400_YEARS);
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int fromMarch = (5 * ofYear + 2) / 153;
        int day = ofYear - (153 * fromMarch + 2) / 5 + 1;
        int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        int year = (int) (era * 400) + yearOfEra + (month <= 2 ? 1 : 0);
        return day(from - day + 1, year, month, day);
    }

    /// The first matching day from one day of a month on, where `start` is the month's first day.
    private long day(long start, int year, int month, int day) {
        long first = start;
        int y = year;
        int m = month;
        int d = day;
        for (int tried = 0; tried < MONTHS_TO_TRY; tried++) {
            if (years != null && !(y >= 0 && years.get(y))) {
                y = years.nextSetBit(Math.max(y, 0));
                if (y < 0) {
                    return NEVER;
                }
                first = LocalDate.of(y, 1, 1).toEpochDay();
                m = 1;
                d = 1;
            }
            int length = length(y, m);
            if ((months >> m & 1) != 0) {
                int matching = days.of((int) Math.floorMod(first + 4, 7L), length) & -1 << d;
                if (matching != 0) {
                    return first + Integer.numberOfTrailingZeros(matching) - 1;
                }
            }
            first += length;
            y += m == 12 ? 1 : 0;
            m = m == 12 ? 1 : m + 1;
            d = 1;
        }
        return NEVER;
    }

    private static int length(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return 30 + ((month + month / 8) & 1);
    }
}
