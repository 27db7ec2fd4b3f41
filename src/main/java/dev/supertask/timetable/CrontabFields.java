package dev.supertask.timetable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.supertask.problem.Nearest;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleText;
import org.jspecify.annotations.Nullable;

/// When a crontab's line is due: the macro or the five fields at its start.
///
/// @param schedule what they say, or null with its mistakes told
/// @param words how many words of the line they are
record CrontabFields(@Nullable Schedule schedule, int words) {
    private static final int COUNT = 5;
    private static final List<String> PLACES = List.of("minute", "hour", "day-of-month", "month", "day-of-week");
    private static final List<String> MACROS = List.of("@reboot", "@yearly", "@annually", "@monthly", "@weekly",
            "@daily", "@midnight", "@hourly");
    private static final String NAME = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?"
            + "|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|[LWH]";
    /// What somebody who writes it means for a field, rightly or not; commands are made of other words.
    private static final Pattern FIELD = Pattern
            .compile("(?i)(?:[0-9*?,#~+.:;()-]|/(?![a-z])|(?<![a-z])(?:" + NAME + ")(?![a-z]))+|[0-9][0-9a-z]*");
    /// What can only be one field too many: of "(", "." or "w" commands are made, too.
    private static final Pattern SURPLUS = Pattern
            .compile("(?i)[*?0-9][0-9*?,/-]*(?:[LW]|#\\d)?|(?:sun|mon|tue|wed|thu|fri|sat)(?:[,-][a-z]{3})*");
    /// `H`, `H/15`, `H(0-29)` as one value of a field.
    private static final Pattern HASHED = Pattern.compile("(?<![a-zA-Z])[Hh](?![a-zA-Z])");
    private static final List<String> NAMES = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec", "sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Pattern ANACRON = Pattern.compile("[ \t]*\\d+[ \t]+\\d+[ \t]+[A-Za-z][\\w.-]*[ \t]+\\S.*");
    private static final Pattern LONELY_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*:?");

    /// The schedule of a line that sets no variable; empty with its mistake told where the line has none.
    static Optional<CrontabFields> read(CrontabLine line, List<CrontabLine.Word> words) {
        CrontabLine.Word first = words.getFirst();
        if (first.text().startsWith("@")) {
            return Optional.of(new CrontabFields(macro(line, words), 1));
        }
        int fields = 0;
        while (fields < Math.min(COUNT, words.size()) && isField(words, fields)) {
            fields++;
        }
        if (fields < COUNT) {
            tooFew(line, words, fields);
            return Optional.empty();
        }
        if (words.size() > COUNT && SURPLUS.matcher(words.get(COUNT).text()).matches()) {
            tooMany(line, words);
            return Optional.empty();
        }
        return Optional.of(new CrontabFields(parse(line, first.start(), words.get(COUNT - 1).end()), COUNT));
    }

    private static boolean isField(List<CrontabLine.Word> words, int index) {
        String word = words.get(index).text();
        // A mistyped name of a month or day is told as such, not taken for the command.
        return FIELD.matcher(word).matches()
                || index >= 3 && word.length() == 3 && Nearest.to(word, NAMES).isPresent();
    }

    private static @Nullable Schedule macro(CrontabLine line, List<CrontabLine.Word> words) {
        CrontabLine.Word first = words.getFirst();
        String word = first.text().toLowerCase(Locale.ROOT);
        if (MACROS.contains(word)) {
            return parse(line, first.start(), first.end());
        }
        if (word.equals("@every")) {
            int to = words.size() > 1 ? words.get(1).end() : first.end();
            line.mistake(first.start(), to, "\"@every\" is no macro of cron",
                    "write five fields such as \"*/5 * * * *\"; a timetable has \"every: 5m\"");
        } else {
            String hint = Nearest.hint(word, MACROS);
            line.mistake(first, "unknown macro \"" + first.text() + "\"",
                    hint != null ? hint : "the macros are " + String.join(", ", MACROS));
        }
        return null;
    }

    private static @Nullable Schedule parse(CrontabLine line, int from, int to) {
        Yaml.Scalar scalar = line.scalar(from, to);
        Matcher hashed = HASHED.matcher(scalar.text());
        if (hashed.find()) {
            line.reading().mistake(scalar, hashed.start(), 1, "cron knows no hashed values such as \"H\"",
                    "write numbers here; a timetable's \"when\" takes \"H\"");
            return null;
        }
        ScheduleText.Parsed parsed = line.reading().parse(scalar, 0, ScheduleText::parse, scalar.text());
        if (parsed == null) {
            return null;
        }
        parsed.warnings().forEach(warning -> line.reading().warning(scalar, warning, 0));
        return parsed.schedule();
    }

    private static void tooFew(CrontabLine line, List<CrontabLine.Word> words, int fields) {
        CrontabLine.Word first = words.getFirst();
        if (ANACRON.matcher(line.text()).matches()) {
            line.mistake(line.start(), line.end(), "this is a line of an anacrontab, which is no crontab",
                    "write \"@daily COMMAND\", or five fields and the command");
        } else if (fields == words.size()) {
            line.mistake(line.start(), line.end(), "the line ends behind the " + PLACES.get(fields - 1),
                    "write \"minute hour day-of-month month day-of-week\" and the command");
        } else if (fields > 0) {
            line.mistake(words.get(fields), "\"" + words.get(fields).text() + "\" stands where the "
                    + PLACES.get(fields) + " belongs",
                    "write \"minute hour day-of-month month day-of-week\" before the command, \"*\" for every one");
        } else if (first.text().equals("export") || first.text().equals("set")) {
            line.mistake(first, "\"" + first.text() + "\" belongs to a shell, not to a crontab",
                    "write NAME=value alone");
        } else if (LONELY_NAME.matcher(first.text()).matches()) {
            String name = first.text().replace(":", "");
            line.mistake(line.start(), line.end(), "this line neither sets a variable nor says when to run what",
                    "write " + name + "=value, or five fields and a command");
        } else if (first.text().startsWith("\"") || first.text().startsWith("'")) {
            line.mistake(first.start(), first.start() + 1, "the schedule stands in quotes", "write it without them");
        } else {
            line.mistake(first, "\"" + first.text() + "\" is no minute",
                    "write \"minute hour day-of-month month day-of-week\" and the command");
        }
    }

    private static void tooMany(CrontabLine line, List<CrontabLine.Word> words) {
        CrontabLine.Word first = words.getFirst();
        CrontabLine.Word second = words.get(1);
        CrontabLine.Word sixth = words.get(COUNT);
        if (words.size() > COUNT + 1 && SURPLUS.matcher(words.get(COUNT + 1).text()).matches()) {
            line.mistake(first.start(), words.get(COUNT + 1).end(),
                    "the line has seven fields, but cron knows no seconds and no years",
                    "remove the first and the last one; \"when\" of a timetable may have them");
            return;
        }
        String five = line.text().substring(second.start(), sixth.end()).replaceAll("[ \t]+", " ");
        line.mistake(first.start(), sixth.end(), "the line has six fields, but cron knows no seconds",
                first.text().equals("0")
                        ? "write five: \"" + five + "\""
                        : "remove the first one; \"when\" of a timetable may have it");
    }
}
