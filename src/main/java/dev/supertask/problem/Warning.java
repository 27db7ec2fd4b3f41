package dev.supertask.problem;

import java.util.Arrays;
import java.util.Optional;

/// What a text is warned of. Each kind has a code that stays the same for ever, a page under that code in the
/// documentation, and can be silenced per job.
public enum Warning {
    /// A step does not divide its field, so that one distance is shorter.
    UNEVEN_STEP(1),
    /// Day of month and day of week are both restricted, which programs read differently.
    BOTH_DAYS(2),
    /// A schedule has no occurrence.
    NEVER_FIRES(3),
    /// A schedule has less than one occurrence a year.
    RARE(4),
    /// A change of the clocks moves, drops or repeats an occurrence.
    CLOCK_CHANGE(5),
    /// A step is larger than the range it steps through.
    WIDE_STEP(6),
    /// Weekday numbers as they count in another program.
    WEEKDAY_NUMBERS(7),
    /// An interval so short that starting processes takes most of it.
    SHORT_INTERVAL(8),
    /// Mail was asked for, which is not sent yet.
    NO_MAIL(9),
    /// A text could not be fetched, so that its last good copy is used.
    STALE_COPY(10),
    /// A part of a text of another program that means nothing here.
    IGNORED(11);

    private final int number;

    Warning(int number) {
        this.number = number;
    }

    /// Its code, such as `ST-W01`.
    public String code() {
        return "ST-W%02d".formatted(number);
    }

    /// The warning of a code; empty when there is none.
    public static Optional<Warning> ofCode(String code) {
        return Arrays.stream(values()).filter(warning -> warning.code().equals(code)).findFirst();
    }
}
