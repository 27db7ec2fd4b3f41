package dev.supertask.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Cron text as timetables of the Python original mean it, which hands it to APScheduler: weekdays are counted from
/// Monday = 0 to Sunday = 6, `a/n` goes on to the end of its field, `last` is the last day of a month, and the day
/// of the month and the day of the week must both match.
public final class OriginalCron {
    private static final List<CronField> FIELDS = List.of(CronField.SECOND, CronField.MINUTE, CronField.HOUR,
            CronField.DAY, CronField.MONTH, CronField.WEEKDAY, CronField.YEAR);
    private static final List<String> NAMES = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final Pattern OPEN_STEP = Pattern.compile("([0-9]+)/([0-9]+)");
    /// Values and ranges, with a step; behind a value an `L`, or `#` and a number.
    private static final Pattern WEEKDAY = Pattern
            .compile("([0-9]+|\\*)(?:-([0-9]+))?(?:/([0-9]{1,9}))?(L|#[1-5])?");
    /// The days of the month on which a weekday comes for the first time, for the second, and so on.
    private static final Map<String, Integer> WEEKS = Map.of("1-7", 1, "8-14", 2, "15-21", 3, "22-28", 4, "29-31",
            5);

    private final Findings findings;

    private OriginalCron(Findings findings) {
        this.findings = findings;
    }

    /// Reads cron text of 5, 6 or 7 fields, or a macro.
    ///
    /// @return the same schedule as our own cron text
    /// @throws ScheduleSyntaxException with every mistake found
    public static ScheduleText.Parsed parse(String text) {
        Findings findings = new Findings(text);
        Piece whole = new Piece(Characters.plain(text, findings), 0).trimmed();
        List<Piece> words = whole.words();
        if (words.size() < 5 || words.size() > 7) {
            return ScheduleText.parse(text);
        }
        Cron cron = CronReader.read(whole, new OriginalCron(findings).ours(words), findings);
        if (cron == null || findings.hasMistakes()) {
            throw findings.refusal();
        }
        return new ScheduleText.Parsed(cron, findings.warnings());
    }

    private List<Piece> ours(List<Piece> words) {
        int start = words.size() == 5 ? 1 : 0;
        List<Piece> ours = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            ours.add(field(FIELDS.get(i + start), words.get(i)));
        }
        int day = ours.size() == 5 ? 2 : 3;
        both(ours, day, day + 2, words);
        return ours;
    }

    private Piece field(CronField field, Piece word) {
        String ours = word.split(',').stream()
                .map(item -> field == CronField.WEEKDAY ? weekday(item) : open(field, item.upper()))
                .collect(Collectors.joining(","));
        if (field == CronField.WEEKDAY && !ours.equals(word.upper())) {
            findings.warning(ScheduleWarning.WEEKDAY_NUMBERS, word,
                    "day-of-week \"" + word.text() + "\" counts from Monday = 0 here, and means " + ours,
                    "names mean the same everywhere");
        }
        return new Piece(ours, word.offset());
    }

    private static String open(CronField field, String item) {
        Matcher open = OPEN_STEP.matcher(item);
        if (open.matches()) {
            return open.group(1) + "-" + field.max + "/" + open.group(2);
        }
        return field == CronField.DAY && item.equals("LAST") ? "L" : item;
    }

    private String weekday(Piece item) {
        String text = item.upper();
        Matcher parts = WEEKDAY.matcher(text);
        if (!parts.matches() || text.equals("*")) {
            return text;
        }
        boolean any = parts.group(1).equals("*");
        int from = any ? 0 : day(item, parts.group(1));
        int to = parts.group(2) != null ? day(item, parts.group(2)) : from;
        int step = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
        if (from < 0 || to < 0 || step == 0) {
            return step == 0 ? text : "*";
        }
        if (from > to) {
            findings.mistake(item, "day-of-week range \"" + item.text() + "\" runs backwards",
                    "write two ranges, such as \"5-6,0-1\"");
            return "*";
        }
        if (any || (parts.group(3) != null && parts.group(2) == null)) {
            to = 6;
        }
        if (parts.group(4) != null) {
            return name(from) + parts.group(4);
        }
        return step > 1
                ? IntStream.iterate(from, day -> day + step).limit(1L + (to - from) / step)
                        .mapToObj(OriginalCron::name).collect(Collectors.joining(","))
                : name(from) + (to == from ? "" : "-" + name(to));
    }

    private static String name(int day) {
        return NAMES.get(day);
    }

    /// The number of a weekday, or -1 after a mistake.
    private int day(Piece item, String number) {
        int day = new Piece(number, 0).number();
        if (day > 6) {
            findings.mistake(item, "day-of-week \"" + number + "\" is not in 0 to 6",
                    "Monday is 0, Sunday 6, as in the Python original");
            return -1;
        }
        return day;
    }

    /// Where neither field of days begins with a star, cron takes either of them.
    private void both(List<Piece> ours, int day, int weekday, List<Piece> words) {
        Piece days = ours.get(day);
        Piece weekdays = ours.get(weekday);
        if (isStarred(days) || isStarred(weekdays) || findings.hasMistakes()) {
            return;
        }
        Integer week = WEEKS.get(days.text());
        FieldValues values = FieldReader.read(CronField.WEEKDAY, weekdays, new Findings(weekdays.text()));
        if (week != null && !values.hasDayForms()) {
            ours.set(day, new Piece("*", days.offset()));
            String nth = values.plain.stream().mapToObj(number -> name((number + 6) % 7) + "#" + week)
                    .collect(Collectors.joining(","));
            ours.set(weekday, new Piece(nth, weekdays.offset()));
            return;
        }
        findings.mistake(words.get(weekday), "day-of-month \"" + words.get(day).text().toLowerCase(Locale.ROOT)
                + "\" and day-of-week \"" + words.get(weekday).text()
                + "\" must both match in the Python original, which no schedule here can say",
                "write \"*\" for one of them, and let the job look at the other");
    }

    private static boolean isStarred(Piece field) {
        return field.text().startsWith("*") || field.text().startsWith("?");
    }
}
