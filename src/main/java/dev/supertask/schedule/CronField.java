package dev.supertask.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The fields of cron text: how each is called, its range, its names, and how often it starts anew.
@SuppressWarnings("ImmutableEnumChecker") // List.of() is immutable, but List does not say so
enum CronField {
    SECOND("second", 0, 59, 60), MINUTE("minute", 0, 59, 60), HOUR("hour", 0, 23, 24), DAY("day-of-month", 1,
            31,
            31), MONTH("month", 1, 12, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP",
                    "OCT", "NOV",
                    "DEC"), WEEKDAY("day-of-week", 0, 7, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI",
                            "SAT"), YEAR("year", 1970, 2199, 230);

    /// How the field is called in messages.
    final String label;
    final int min;
    final int max;
    /// How many different values there are; day-of-week has 7, though it may be written 0 to 7.
    final int cycle;
    /// The names of the values from `min` on, in capitals.
    final List<String> names;

    CronField(String label, int min, int max, int cycle, String... names) {
        this.label = label;
        this.min = min;
        this.max = max;
        this.cycle = cycle;
        this.names = List.of(names);
    }

    boolean isDayField() {
        return this == DAY || this == WEEKDAY;
    }

    /// The largest value, without a second name for the smallest.
    int top() {
        return min + cycle - 1;
    }

    /// The value that a name in capitals stands for, or -1.
    int named(String name) {
        int index = names.indexOf(name);
        return index < 0 ? -1 : min + index;
    }

    /// What the field would take instead of a number outside its range.
    @Nullable
    String insteadOf(int value) {
        return switch (this) {
            case SECOND, MINUTE -> value == 60 ? "write \"0\"" : null;
            case HOUR -> value == 24 ? "write \"0\" for midnight" : null;
            case DAY -> value == 0 ? "the first day is \"1\"" : "for the last day of a month write \"L\"";
            case MONTH -> "January is 1, December 12";
            case WEEKDAY -> "Sunday is 0 or 7, Saturday 6";
            case YEAR -> value < 100 ? "write all four digits" : null;
        };
    }

    /// What the field takes, as `0 to 59`.
    String range() {
        return min + " to " + max;
    }

    /// What an unknown word was probably meant to be.
    @Nullable
    String meant(String word) {
        Optional<String> cut = names.stream().filter(name -> word.length() > 3 && word.startsWith(name))
                .findFirst();
        if (cut.isPresent()) {
            return "write \"" + cut.get() + "\"";
        }
        Optional<CronField> other = Arrays.stream(values()).filter(field -> field.named(word) >= 0)
                .findFirst();
        if (other.isPresent()) {
            return "it belongs into the " + other.get().label + " field";
        }
        if (names.isEmpty()) {
            return "write " + range();
        }
        @Nullable
        String hint = Misspelling.hint(word, names);
        return hint != null ? hint : "write " + range() + ", or a name such as \"" + names.get(1) + "\"";
    }
}
