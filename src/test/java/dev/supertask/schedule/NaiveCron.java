package dev.supertask.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Says of one wall-clock time whether cron text matches it: the meaning of each field, spelt out one
/// value at a time, with no regard to speed and nothing in common with the code under test. Takes valid
/// text only.
final class NaiveCron {
    private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG",
            "SEP",
            "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final Set<Integer> seconds;
    private final Set<Integer> minutes;
    private final Set<Integer> hours;
    private final Set<Integer> months;
    private final Set<Integer> years;
    private final String day;
    private final String weekday;
    private final boolean fixedTime;

    NaiveCron(String text) {
        String[] fields = text.toUpperCase(Locale.ROOT).split(" ", -1);
        int start = fields.length == 5 ? 0 : 1;
        seconds = values(start == 0 ? "0" : fields[0], 0, 59, List.of());
        minutes = values(fields[start], 0, 59, List.of());
        hours = values(fields[start + 1], 0, 23, List.of());
        day = fields[start + 2];
        months = values(fields[start + 3], 1, 12, MONTHS);
        weekday = fields[start + 4];
        years = values(fields.length == 7 ? fields[6] : "*", 1970, 2199, List.of());
        fixedTime = !fields[start].startsWith("*") && !fields[start + 1].startsWith("*");
    }

    boolean isFixedTime() {
        return fixedTime;
    }

    boolean matches(LocalDateTime time) {
        return seconds.contains(time.getSecond()) && minutes.contains(time.getMinute())
                && hours.contains(time.getHour()) && matches(time.toLocalDate());
    }

    boolean matches(LocalDate date) {
        if (!months.contains(date.getMonthValue()) || !years.contains(date.getYear())) {
            return false;
        }
        boolean byDay = Arrays.stream(day.split(",", -1)).anyMatch(item -> isDay(item, date));
        boolean byWeekday = Arrays.stream(weekday.split(",", -1)).anyMatch(item -> isWeekday(item, date));
        boolean both = isStarred(day) || isStarred(weekday);
        return both ? byDay && byWeekday : byDay || byWeekday;
    }

    private static boolean isStarred(String field) {
        return field.startsWith("*") || field.startsWith("?");
    }

    private static boolean isDay(String item, LocalDate date) {
        YearMonth month = YearMonth.from(date);
        if (item.equals("LW")) {
            return date.equals(nearestWorkday(month.atEndOfMonth()));
        } else if (item.equals("L")) {
            return date.equals(month.atEndOfMonth());
        } else if (item.startsWith("L-")) {
            return date.equals(month.atEndOfMonth().minusDays(Integer.parseInt(item.substring(2))));
        } else if (item.endsWith("W")) {
            int day = Integer.parseInt(item.substring(0, item.length() - 1));
            return month.isValidDay(day) && date.equals(nearestWorkday(month.atDay(day)));
        }
        return values(item, 1, 31, List.of()).contains(date.getDayOfMonth());
    }

    private static LocalDate nearestWorkday(LocalDate day) {
        for (int distance : new int[]{0, -1, 1, -2, 2}) {
            LocalDate near = day.plusDays(distance);
            boolean workday = near.getDayOfWeek() != DayOfWeek.SATURDAY
                    && near.getDayOfWeek() != DayOfWeek.SUNDAY;
            if (workday && YearMonth.from(near).equals(YearMonth.from(day))) {
                return near;
            }
        }
        throw new AssertionError(day);
    }

    private static boolean isWeekday(String item, LocalDate date) {
        int today = date.getDayOfWeek().getValue() % 7;
        if (item.indexOf('#') > 0) {
            String[] parts = item.split("#", -1);
            int nth = (date.getDayOfMonth() + 6) / 7;
            return value(parts[0], 0, WEEKDAYS) % 7 == today && nth == Integer.parseInt(parts[1]);
        } else if (item.endsWith("L")) {
            boolean last = date.plusDays(7).getMonthValue() != date.getMonthValue();
            return value(item.substring(0, item.length() - 1), 0, WEEKDAYS) % 7 == today && last;
        }
        Set<Integer> values = values(item, 0, 6, WEEKDAYS);
        return values.contains(today) || (today == 0 && values.contains(7));
    }

    private static Set<Integer> values(String field, int min, int max, List<String> names) {
        Set<Integer> values = new HashSet<>();
        for (String item : field.split(",", -1)) {
            String[] parts = item.split("/", -1);
            String[] ends = parts[0].equals("*") || parts[0].equals("?")
                    ? new String[]{String.valueOf(min), String.valueOf(max)}
                    : parts[0].split("-", -1);
            int step = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            int last = value(ends[ends.length - 1], min, names);
            boolean toSunday = ends.length > 1 && ends[1].equals("SUN") && value(ends[0], min, names) > 0;
            last = toSunday ? 7 : last;
            for (int value = value(ends[0], min, names); value <= last; value += step) {
                values.add(value);
            }
        }
        return values;
    }

    private static int value(String text, int min, List<String> names) {
        return names.contains(text) ? names.indexOf(text) + min : Integer.parseInt(text);
    }
}
