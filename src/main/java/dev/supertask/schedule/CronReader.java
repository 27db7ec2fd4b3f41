package dev.supertask.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Reads cron text of 5, 6 or 7 fields, field by field, to its end: a mistake in one does not hide those
/// in the next.
final class CronReader {
    private static final Map<String, String> MACROS = Map.of("@hourly", "0 * * * *", "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *", "@weekly", "0 0 * * 0", "@monthly", "0 0 1 * *", "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");
    /// A path, as it follows the schedule in a crontab.
    private static final Pattern COMMAND = Pattern.compile("[./~].*[A-Za-z].*");
    /// Every word that starts with `@`, also those that are no cron text.
    static final TreeSet<String> ALL_MACROS = new TreeSet<>(MACROS.keySet());
    static {
        ALL_MACROS.addAll(List.of("@reboot", "@start", "@every"));
    }

    private CronReader() {}

    /// The cron text that a macro in lower case stands for, under its own name; null for any other word.
    static @Nullable Cron macro(String word) {
        @Nullable
        String fields = MACROS.get(word);
        return fields == null
                ? null
                : new Cron(word, fields(new Piece(fields, 0).words(), new Findings(fields)));
    }

    /// Reads a text and its words; null where their number is wrong, and then the findings say so.
    static @Nullable Cron read(Piece whole, List<Piece> words, Findings findings) {
        int count = words.size();
        if (count < 5 || count > 7) {
            findings.mistake(whole,
                    "cron text has 5 to 7 fields, not " + count,
                    count < 5
                            ? "write \"minute hour day-of-month month day-of-week\", every one of them"
                            : "write the schedule alone, without the command");
            return null;
        }
        words.stream().skip(5).filter(word -> COMMAND.matcher(word.text()).matches()).findFirst()
                .ifPresent(word -> findings.mistake(word, "\"" + word.text() + "\" is no part of a schedule",
                        "write the schedule alone, without the command"));
        CronFields fields = fields(words, findings);
        if (findings.hasMistakes()) {
            return null;
        }
        int start = count == 5 ? 0 : 1;
        String text = words.stream().map(Piece::text).collect(Collectors.joining(" "))
                .toUpperCase(Locale.ROOT);
        FieldWarnings.days(fields, words.get(start + 2), words.get(start + 4), findings);
        Cron cron = new Cron(text, fields);
        if (cron.isNever()) {
            findings.warning(ScheduleWarning.NEVER_FIRES, whole, "\"" + whole.text() + "\" never fires",
                    "there is no such day in its months and years");
        }
        return cron;
    }

    private static CronFields fields(List<Piece> words, Findings findings) {
        int start = words.size() == 5 ? 0 : 1;
        return new CronFields(
                start == 0 ? null : FieldReader.read(CronField.SECOND, words.getFirst(), findings),
                FieldReader.read(CronField.MINUTE, words.get(start), findings),
                FieldReader.read(CronField.HOUR, words.get(start + 1), findings),
                FieldReader.read(CronField.DAY, words.get(start + 2), findings),
                FieldReader.read(CronField.MONTH, words.get(start + 3), findings),
                FieldReader.read(CronField.WEEKDAY, words.get(start + 4), findings),
                words.size() < 7 ? null : FieldReader.read(CronField.YEAR, words.get(6), findings));
    }
}
