package dev.supertask.schedule;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes valid cron text by chance, with a liking for the hours at which clocks change.
final class RandomCron {
    private static final List<String> MONTHS = List.of("jan", "FEB", "Mar", "apr", "may", "JUN", "jul", "aug",
            "sep",
            "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "MON", "tue", "Wed", "thu", "fri", "sat");

    private final Random random;

    RandomCron(Random random) {
        this.random = random;
    }

    /// Where its chance comes from.
    Random random() {
        return random;
    }

    /// Five fields, with times near the changes of clocks and mostly loose dates.
    String fiveFields() {
        String minute = list(() -> item(0, 59, List.of()));
        String hour = list(() -> item(0, random.nextBoolean() ? 4 : 23, List.of()));
        return minute + " " + hour + " " + (random.nextInt(3) > 0 ? "* * *" : date());
    }

    /// Six fields, seconds first.
    String sixFields() {
        return list(() -> item(0, 59, List.of())) + " " + fiveFields();
    }

    /// The three fields of a date.
    String date() {
        String day = random.nextInt(3) == 0 ? star() : list(this::day);
        String month = random.nextInt(3) > 0 ? "*" : list(() -> item(1, 12, MONTHS));
        String weekday = random.nextInt(3) == 0 ? star() : list(this::weekday);
        return day + " " + month + " " + weekday;
    }

    private String star() {
        return random.nextInt(4) == 0 ? "?" : "*";
    }

    private String list(Supplier<String> item) {
        return Stream.generate(item).limit(random.nextInt(4) == 0 ? 3 : 1).collect(Collectors.joining(","));
    }

    private String item(int min, int max, List<String> names) {
        int from = min + random.nextInt(max - min + 1);
        int to = from + random.nextInt(max - from + 1);
        return switch (random.nextInt(6)) {
            case 0 -> "*";
            case 1 -> "*/" + (1 + random.nextInt(max));
            case 2 -> name(from, min, names) + "-" + name(to, min, names);
            case 3 -> from + "-" + to + "/" + (1 + random.nextInt(5));
            default -> name(from, min, names);
        };
    }

    private String name(int value, int min, List<String> names) {
        return names.isEmpty() || random.nextBoolean() ? String.valueOf(value) : names.get(value - min);
    }

    private String day() {
        return switch (random.nextInt(8)) {
            case 0 -> "L";
            case 1 -> "l-" + (1 + random.nextInt(30));
            case 2 -> "LW";
            case 3, 4 -> (1 + random.nextInt(31)) + "w";
            default -> item(1, 31, List.of());
        };
    }

    private String weekday() {
        String weekday = name(random.nextInt(7), 0, WEEKDAYS);
        return switch (random.nextInt(7)) {
            case 0 -> weekday + "L";
            case 1, 2 -> weekday + "#" + (1 + random.nextInt(5));
            case 3 -> random.nextInt(8) + "-7";
            case 4 -> "sat-sun";
            default -> item(0, 6, WEEKDAYS);
        };
    }
}
