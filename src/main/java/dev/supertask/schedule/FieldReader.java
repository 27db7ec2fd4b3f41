package dev.supertask.schedule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/// Reads one field of cron text: a list of values, ranges and steps, by a strict grammar of our own.
///
///     field = item { "," item }
///     item  = "*" [ step ] | "?" | value [ "-" value [ step ] ] | day form
///     step  = "/" number
///     value = number | name
final class FieldReader {
    private final CronField field;
    private final Piece piece;
    private final Findings findings;
    private final FieldValues values;

    private FieldReader(CronField field, Piece piece, Findings findings) {
        this.field = field;
        this.piece = piece;
        this.findings = findings;
        this.values = new FieldValues(piece.upper());
    }

    /// Reads a field; where it has mistakes, the findings have them.
    static FieldValues read(CronField field, Piece piece, Findings findings) {
        FieldReader reader = new FieldReader(field, piece, findings);
        reader.piece.split(',').forEach(reader::item);
        return reader.values;
    }

    private void item(Piece item) {
        if (item.isEmpty()) {
            findings.mistake(Math.min(item.offset(), piece.end() - 1), 1,
                    "empty item in the " + field.label + " list \"" + piece.text() + "\"",
                    "remove the extra \",\"");
        } else if (item.text().equals("?")) {
            question(item);
        } else if (HashReader.isHashed(item)) {
            HashReader.read(field, item, values, findings);
        } else if (!DayForms.read(field, item, values, findings)) {
            List<Piece> parts = item.split('/');
            if (parts.size() > 2) {
                findings.mistake(item, quoted(item) + " has more than one \"/\"",
                        "write one step, such as \"*/5\"");
            } else {
                stepped(item, parts.getFirst(), parts.size() == 2 ? parts.get(1) : null);
            }
        }
    }

    private void question(Piece item) {
        if (!field.isDayField()) {
            findings.mistake(item, "\"?\" belongs only into the day-of-month and day-of-week fields",
                    "write \"*\" for every " + field.label);
        } else if (item.text().length() != piece.text().length()) {
            findings.mistake(item, "\"?\" stands in a list", "write \"?\" or \"*\" alone, or remove it");
        } else {
            add(field.min, field.max, 1);
        }
    }

    private void stepped(Piece item, Piece range, @Nullable Piece step) {
        int width = step == null ? 1 : step(item, step);
        if (range.isEmpty()) {
            findings.mistake(item, quoted(item) + " has nothing before \"/\"",
                    "write \"*" + item.text() + "\"");
        } else if (range.text().equals("*")) {
            bounded(item, field.min, field.max, width);
        } else if (range.text().indexOf('-') >= 0) {
            range(item, range, width, step != null);
        } else {
            int value = value(range);
            if (value >= 0 && step != null) {
                findings.mistake(item, quoted(item) + " has a step, but no range",
                        "write \"" + range.text() + "-" + field.max + "/" + step.text() + "\"");
            } else if (value >= 0) {
                add(value, value, 1);
            }
        }
    }

    private int step(Piece item, Piece step) {
        if (step.isEmpty()) {
            findings.mistake(item, quoted(item) + " has no number behind \"/\"",
                    "write a step, such as \"*/5\"");
        } else if (!step.isNumber()) {
            findings.mistake(step, "step " + quoted(step) + " is not a number",
                    "write a step, such as \"*/5\"");
        } else if (step.number() == 0) {
            findings.mistake(step, "step \"" + step.text() + "\" would never move on",
                    "a step is at least 1");
        }
        return step.isNumber() ? step.number() : 0;
    }

    private void range(Piece item, Piece range, int step, boolean stepped) {
        List<Piece> ends = range.split('-');
        if (ends.size() != 2 || ends.stream().anyMatch(Piece::isEmpty)) {
            findings.mistake(range, quoted(range) + " is not a range",
                    "write two values with a \"-\" between, such as \"" + field.min + "-" + field.max + "\"");
            return;
        }
        int from = value(ends.getFirst());
        int to = value(ends.getLast());
        if (from < 0 || to < 0) {
            return;
        }
        if (field == CronField.WEEKDAY && ends.getLast().upper().equals("SUN") && from > 0) {
            to = 7;
        }
        if (from > to) {
            findings.mistake(item, field.label + " range \"" + item.text() + "\" runs backwards",
                    stepped ? listed(from, to, step) : turned(ends.getFirst(), ends.getLast(), from, to));
        } else {
            bounded(item, from, to, step);
        }
    }

    /// What a range that runs over the end of its field was meant to be, as two ranges.
    private String turned(Piece first, Piece last, int from, int to) {
        if (field == CronField.YEAR) {
            return "write \"" + to + "-" + from + "\"";
        }
        boolean names = !first.isNumber();
        int top = field.max;
        int bottom = field == CronField.WEEKDAY ? 1 : field.min;
        if (field == CronField.WEEKDAY && from == 7) {
            return "write \"0-" + last.text() + "\"";
        }
        String upper = from == top ? first.text() : first.text() + "-" + (names ? name(top) : top);
        String lower = to == bottom ? last.text() : (names ? name(bottom) : bottom) + "-" + last.text();
        return "write \"" + (to < bottom ? upper : upper + "," + lower) + "\"";
    }

    private String name(int value) {
        return field.names.get((value - field.min) % field.cycle);
    }

    /// What a range with a step that runs over the end of its field was meant to be, as a list.
    private String listed(int from, int to, int step) {
        if (step == 0 || field == CronField.YEAR) {
            return "write the smaller value first";
        }
        return IntStream.iterate(from, v -> v <= to + field.cycle, v -> v + step)
                .map(v -> (v - field.min) % field.cycle + field.min).mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "write \"", "\""));
    }

    private void bounded(Piece item, int from, int to, int step) {
        if (step > 1 && step > to - from) {
            findings.warning(ScheduleWarning.WIDE_STEP, item,
                    "step \"" + step + "\" is larger than the range " + from + "-" + to + " of its "
                            + field.label + " field: only " + from + " matches",
                    "write \"" + from + "\"");
        } else if (step > 1 && item.text().startsWith("*")) {
            FieldWarnings.uneven(field, item, step, findings);
        }
        if (step > 0) {
            add(from, to, step);
        }
    }

    private void add(int from, int to, int step) {
        for (int value = from; value <= to; value += step) {
            values.plain.set(field == CronField.WEEKDAY ? value % 7 : value);
        }
    }

    /// The number that a value stands for, or -1 after a mistake.
    private int value(Piece value) {
        return FieldValue.read(field, value, findings);
    }

    private static String quoted(Piece piece) {
        return "\"" + piece.text() + "\"";
    }

}
