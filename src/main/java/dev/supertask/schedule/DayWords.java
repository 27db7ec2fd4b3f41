package dev.supertask.schedule;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/// The days of cron text in words: `on weekdays`, `on the 1st and 15th of every month in 2027`; empty for
/// every day.
final class DayWords {
    private static final List<String> NTH = List.of("first", "second", "third", "fourth", "fifth");
    private static final Pattern STEP = Pattern.compile("\\*/[0-9]+");

    private DayWords() {}

    /// The words for the day, month, day-of-week and year fields together.
    static String of(CronFields fields) {
        boolean everyMonth = fields.month().plain.cardinality() == 12;
        boolean everyDay = isEvery(fields.day(), 31);
        boolean everyWeekday = isEvery(fields.weekday(), 7);
        String months = fields.month().isHashed()
                ? "month " + fields.month().text
                : Words.runs(fields.month().plain,
                        month -> Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        String of = " of " + (everyMonth ? "every month" : months);
        boolean either = !fields.day().isStarred() && !fields.weekday().isStarred();
        String words;
        if (either ? everyDay || everyWeekday : everyDay && everyWeekday) {
            words = everyMonth ? "" : "in " + months;
        } else if (everyDay) {
            words = weekdays(fields.weekday(), of)
                    + (everyMonth || fields.weekday().hasDayForms() ? "" : " in " + months);
        } else {
            words = days(fields.day()) + of + (everyWeekday
                    ? ""
                    : (either ? ", or " : ", but only ") + weekdays(fields.weekday(), of)
                            + (everyMonth || fields.weekday().hasDayForms() ? "" : " in " + months));
        }
        String years = years(fields.year());
        return words.isEmpty() || years.isEmpty() ? words + years : words + " " + years;
    }

    private static boolean isEvery(FieldValues values, int count) {
        return values.plain.cardinality() == count;
    }

    private static String days(FieldValues day) {
        if (STEP.matcher(day.text).matches()) {
            int step = Integer.parseInt(day.text.substring(2));
            return step > 30 ? "on the 1st" : "on every " + Words.ordinal(step) + " day from the 1st";
        }
        List<String> parts = new ArrayList<>();
        if (day.isHashed()) {
            return "on day " + day.text;
        }
        if (!day.plain.isEmpty()) {
            parts.add("the " + Words.runs(day.plain, Words::ordinal));
        }
        bits(day.nearest).forEach(n -> parts.add("the weekday nearest to the " + Words.ordinal(n)));
        bits(day.beforeLast).filter(n -> n > 0)
                .forEach(n -> parts.add("the " + Words.ordinal(n) + " day before the last"));
        if (day.lastWeekday) {
            parts.add("the last weekday");
        }
        if ((day.beforeLast & 1) != 0) {
            parts.add("the last day");
        }
        return "on " + Words.list(parts, "and");
    }

    private static String weekdays(FieldValues weekday, String ofMonth) {
        BitSet plain = weekday.plain;
        List<String> parts = new ArrayList<>();
        if (weekday.isHashed()) {
            return "on weekday " + weekday.text;
        }
        if (plain.cardinality() == 1 && !weekday.hasDayForms()) {
            return "every " + name(plain.nextSetBit(0));
        } else if (plain.equals(BitSet.valueOf(new long[]{0b0111110}))) {
            parts.add("weekdays");
        } else if (plain.equals(BitSet.valueOf(new long[]{0b1000001}))) {
            parts.add("weekends");
        } else {
            // The week starts on Monday, as its names are said.
            IntStream.rangeClosed(1, 7).filter(n -> plain.get(n % 7))
                    .forEach(n -> parts.add(name(n % 7) + "s"));
        }
        List<String> forms = new ArrayList<>();
        for (int n = 0; n < NTH.size(); n++) {
            String nth = NTH.get(n);
            bits((int) (weekday.nth >> (7 * n)) & CronDays.EVERY_WEEKDAY)
                    .forEach(day -> forms.add("the " + nth + " " + name(day)));
        }
        bits(weekday.lastOf).forEach(day -> forms.add("the last " + name(day)));
        if (!forms.isEmpty()) {
            parts.add(Words.list(forms, "and") + ofMonth);
        }
        return "on " + Words.list(parts, "and");
    }

    private static String years(@Nullable FieldValues year) {
        return year == null || isEvery(year, CronField.YEAR.cycle)
                ? ""
                : "in " + (year.isHashed() ? "year " + year.text : Words.runs(year.plain, Integer::toString));
    }

    private static String name(int weekday) {
        return DayOfWeek.of(weekday == 0 ? 7 : weekday).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static IntStream bits(int bits) {
        return IntStream.range(0, 32).filter(n -> (bits >> n & 1) != 0);
    }
}
