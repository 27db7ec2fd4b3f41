package dev.supertask.schedule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Reads `H` in a cron field: `H`, `H/15`, `H(0-29)`, `H(0-29)/10`.
final class HashReader {
    private static final Pattern FORM = Pattern.compile("H(?:\\((?<range>[^)]*)\\))?(?:(?<slash>/)(?<step>.*))?");
    /// Every month has so many days.
    private static final int SHORTEST_MONTH = 28;

    private HashReader() {}

    /// Whether an item is, or was meant to be, a hashed one.
    static boolean isHashed(Piece item) {
        String text = item.upper();
        return text.equals("H") || text.startsWith("H(") || text.startsWith("H/") || text.startsWith("H-");
    }

    /// Reads an item for which [#isHashed] holds.
    static void read(CronField field, Piece item, FieldValues values, Findings findings) {
        Matcher form = FORM.matcher(item.upper());
        if (!form.matches()) {
            findings.mistake(item, "\"" + item.text() + "\" is not a hashed value",
                    "write \"H\", or a range in brackets, such as \"H(" + field.min + "-" + field.top() + ")\"");
            return;
        }
        int step = 0;
        if (form.group("slash") != null) {
            step = step(item, item.part(form.start("step"), form.end("step")), findings);
            if (step < 0) {
                return;
            }
        }
        if (form.group("range") != null) {
            ranged(field, item, item.part(form.start("range"), form.end("range")), step, values, findings);
        } else if (field == CronField.YEAR) {
            findings.mistake(item, "\"H\" would choose any year from " + field.min + " to " + field.max,
                    "write a range, such as \"H(2027-2030)\"");
        } else {
            int last = field == CronField.DAY && step == 0 ? SHORTEST_MONTH : field.top();
            add(field, item, new Hashed(field, field.min, last, step), values, findings);
        }
    }

    private static int step(Piece item, Piece step, Findings findings) {
        if (!step.isNumber() || step.number() == 0) {
            findings.mistake(item, "\"" + item.text() + "\" has no step behind \"/\"", "write one, such as \"H/5\"");
            return -1;
        }
        return step.number();
    }

    private static void ranged(CronField field, Piece item, Piece range, int step, FieldValues values,
            Findings findings) {
        @Nullable
        Piece first = null;
        @Nullable
        Piece last = null;
        if (range.split('-').size() == 2) {
            first = range.split('-').getFirst();
            last = range.split('-').getLast();
        }
        if (first == null || last == null || first.isEmpty() || last.isEmpty()) {
            findings.mistake(item, "\"" + item.text() + "\" has no range in its brackets",
                    "write one, such as \"H(" + field.min + "-" + field.top() + ")\"");
            return;
        }
        int from = FieldValue.read(field, first, findings);
        int to = FieldValue.read(field, last, findings);
        if (from > to && to >= 0) {
            findings.mistake(item, "the range of \"" + item.text() + "\" runs backwards",
                    "write the smaller value first");
        } else if (from >= 0 && to >= 0) {
            add(field, item, new Hashed(field, from, to, step), values, findings);
        }
    }

    private static void add(CronField field, Piece item, Hashed hashed, FieldValues values, Findings findings) {
        int width = hashed.to() - hashed.from() + 1;
        if (hashed.step() > width) {
            findings.mistake(item, "step \"" + hashed.step() + "\" of \"" + item.text()
                    + "\" is larger than its range, " + hashed.from() + " to " + hashed.to(),
                    "write at most \"" + width + "\"");
        } else {
            if (hashed.step() > 1 && width == field.cycle) {
                FieldWarnings.uneven(field, item, hashed.step(), "its hashed value", findings);
            }
            values.hashed.add(hashed);
        }
    }
}
