package dev.supertask.schedule;

/// Why a schedule that is valid is worth a word.
public enum ScheduleWarning {
    /// A step does not divide its field, so that one distance is shorter.
    UNEVEN_STEP,
    /// Day of month and day of week are both restricted, which programs read differently.
    BOTH_DAYS,
    /// It has no occurrence.
    NEVER_FIRES,
    /// It has less than one occurrence a year.
    RARE,
    /// A change of the clocks moves, drops or repeats an occurrence.
    CLOCK_CHANGE,
    /// A step is larger than the range it steps through.
    WIDE_STEP,
    /// Weekday numbers as they count in another program.
    WEEKDAY_NUMBERS,
    /// An interval so short that starting processes takes most of it.
    SHORT_INTERVAL
}
