package dev.supertask.schedule;

import org.jspecify.annotations.Nullable;

/// The fields of one cron text, read.
///
/// @param second null where the text has no such field and means second 0
/// @param year null where the text has no such field and means every year
record CronFields(@Nullable FieldValues second, FieldValues minute, FieldValues hour, FieldValues day,
        FieldValues month, FieldValues weekday, @Nullable FieldValues year) {

    /// The fields as bit sets.
    CronRule rule() {
        boolean either = !day.isStarred() && !weekday.isStarred();
        CronDays days = new CronDays((int) day.bits(), day.beforeLast, day.nearest, day.lastWeekday,
                (int) weekday.bits(), weekday.lastOf, weekday.nth, either);
        boolean fixedTime = !minute.isStarred() && !hour.isStarred();
        return new CronRule(second == null ? 1 : second.bits(), minute.bits(), hour.bits(), days,
                month.bits(),
                year == null || year.isAny() ? null : year.plain, fixedTime);
    }
}
