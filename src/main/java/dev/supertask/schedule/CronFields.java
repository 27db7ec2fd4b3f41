package dev.supertask.schedule;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// The fields of one cron text, read.
///
/// @param second null where the text has no such field and means second 0
/// @param year null where the text has no such field and means every year
record CronFields(@Nullable FieldValues second, FieldValues minute, FieldValues hour, FieldValues day,
        FieldValues month, FieldValues weekday, @Nullable FieldValues year) {

    /// Whether what they mean depends on whose they are.
    boolean isHashed() {
        return Stream.of(second, minute, hour, day, month, weekday, year)
                .anyMatch(field -> field != null && field.isHashed());
    }

    /// The fields as bit sets.
    ///
    /// @param identity whose they are
    CronRule rule(String identity) {
        boolean either = !day.isStarred() && !weekday.isStarred();
        CronDays days = new CronDays((int) day.bits(identity), day.beforeLast, day.nearest, day.lastWeekday,
                (int) weekday.bits(identity), weekday.lastOf, weekday.nth, either);
        boolean fixedTime = !minute.isStarred() && !hour.isStarred();
        return new CronRule(second == null ? 1 : second.bits(identity), minute.bits(identity), hour.bits(identity),
                days, month.bits(identity), year == null || year.isAny() ? null : year.values(identity), fixedTime);
    }
}
