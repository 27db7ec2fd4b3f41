package dev.supertask.schedule;

/// Which days of a month match: the day-of-month and the day-of-week field together. A bit per day or
/// weekday, so that a month is answered by a few shifts.
///
/// @param days the days of the month, bit n for day n
/// @param beforeLast bit n for the n-th day before the last one: `L` is bit 0, `L-2` bit 2
/// @param nearest bit n for the weekday nearest to day n within the month (`15W`)
/// @param lastWeekday the last weekday of the month (`LW`)
/// @param weekdays the days of the week, bit 0 for Sunday to bit 6
/// @param lastOf bit n for the last such weekday of the month (`5L`)
/// @param nth bit `7 * (n - 1) + d` for the n-th weekday d of the month (`d#n`)
/// @param either whether one of the two fields is enough, as crontab(5) has it when both are restricted
///         and neither starts with `*`
record CronDays(int days, int beforeLast, int nearest, boolean lastWeekday, int weekdays, int lastOf,
        long nth,
        boolean either) {
    static final int EVERY_WEEKDAY = 0x7F;
    private static final long WEEKLY = 1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28;
    private static final int SATURDAY = 6;
    private static final int SUNDAY = 0;

    /// The matching days of a month, bit n for day n.
    ///
    /// @param first the weekday of its first day, 0 for Sunday
    /// @param length how many days it has
    int of(int first, int length) {
        int all = (int) ((1L << (length + 1)) - 2);
        int byDay = byDay(first, length) & all;
        if (weekdays == EVERY_WEEKDAY) {
            return either ? all : byDay;
        }
        int byWeekday = byWeekday(first, length) & all;
        return either ? byDay | byWeekday : byDay & byWeekday;
    }

    private int byDay(int first, int length) {
        int mask = days;
        for (int rest = beforeLast; rest != 0; rest &= rest - 1) {
            int day = length - Integer.numberOfTrailingZeros(rest);
            mask |= day >= 1 ? 1 << day : 0;
        }
        for (int rest = nearest; rest != 0; rest &= rest - 1) {
            int day = Integer.numberOfTrailingZeros(rest);
            mask |= day <= length ? 1 << nearestWeekday(day, first, length) : 0;
        }
        return lastWeekday ? mask | 1 << nearestWeekday(length, first, length) : mask;
    }

    /// The nearest day from Monday to Friday that does not leave the month.
    private static int nearestWeekday(int day, int first, int length) {
        int weekday = (first + day - 1) % 7;
        if (weekday == SATURDAY) {
            return day == 1 ? 3 : day - 1;
        }
        return weekday != SUNDAY ? day : day == length ? day - 2 : day + 1;
    }

    private int byWeekday(int first, int length) {
        int mask = 0;
        for (int weekday = 0; weekday < 7; weekday++) {
            int start = 1 + (weekday - first + 7) % 7;
            if ((weekdays >> weekday & 1) != 0) {
                mask |= (int) (WEEKLY << start);
            }
            if ((lastOf >> weekday & 1) != 0) {
                mask |= 1 << (start + 28 <= length ? start + 28 : start + 21);
            }
            for (long rest = nth >> weekday; rest != 0; rest >>= 7, start += 7) {
                mask |= (rest & 1) != 0 && start <= length ? 1 << start : 0;
            }
        }
        return mask;
    }
}
