package dev.supertask.schedule;

import java.util.List;

/// Reads what only the two day fields take: `L`, `L-n`, `LW`, `nW` for days of the month, `nL` and `d#n`
/// for days of the week.
final class DayForms {
    private DayForms() {}

    /// Reads an item if it is, or was meant to be, such a form; else answers false.
    static boolean read(CronField field, Piece item, FieldValues values, Findings findings) {
        return switch (field) {
            case DAY -> ofMonth(item, values, findings);
            case WEEKDAY -> ofWeek(item, values, findings);
            case SECOND, MINUTE, HOUR, MONTH, YEAR -> false;
        };
    }

    private static boolean ofMonth(Piece item, FieldValues values, Findings findings) {
        String text = item.text();
        String form = item.upper();
        if (form.equals("L")) {
            values.beforeLast |= 1;
        } else if (form.equals("LW")) {
            values.lastWeekday = true;
        } else if (form.equals("W") || form.equals("WL")) {
            findings.mistake(item, "\"" + text + "\" has no day",
                    "write \"15W\" for the weekday nearest to the 15th, or \"LW\" for the last weekday");
        } else if (form.startsWith("L-")) {
            beforeLast(item, item.from(2), values, findings);
        } else if (form.endsWith("W") && item.part(0, form.length() - 1).isNumber()) {
            int day = FieldValue.read(CronField.DAY, item.part(0, form.length() - 1), findings);
            values.nearest |= day < 0 ? 0 : 1 << day;
        } else if (form.endsWith("W") && form.indexOf('-') > 0) {
            findings.mistake(item, "\"" + text + "\" puts \"W\" behind a range",
                    "write each day, such as \"1W,15W\"");
        } else if (form.endsWith("L") && item.part(0, form.length() - 1).isNumber()) {
            findings.mistake(item, "\"" + text + "\" does not belong into the day-of-month field",
                    "for the last such weekday write it in the day-of-week field, for the last day of a month"
                            + " write \"L\"");
        } else if (form.startsWith("L/") || form.startsWith("LW/") || form.startsWith("LW-")) {
            findings.mistake(item, "\"" + text + "\" goes on behind \"L\"",
                    "write \"L\", \"LW\", or \"L-3\" for the third day before the last");
        } else {
            return false;
        }
        return true;
    }

    private static void beforeLast(Piece item, Piece number, FieldValues values, Findings findings) {
        int distance = number.isNumber() ? number.number() : -1;
        if (distance < 1 || distance > 30) {
            findings.mistake(item, "\"" + item.text() + "\" is not a number of days before the last",
                    distance == 0 ? "write \"L\" for the last day" : "write \"L-1\" to \"L-30\"");
        } else {
            values.beforeLast |= 1 << distance;
        }
    }

    private static boolean ofWeek(Piece item, FieldValues values, Findings findings) {
        String form = item.upper();
        if (form.indexOf('#') >= 0) {
            nth(item, item.split('#'), values, findings);
            return true;
        }
        if (form.equals("L")) {
            findings.mistake(item, "\"L\" has no day",
                    "write \"5L\" for the last Friday of a month, or \"SAT\"");
            return true;
        }
        Piece day = form.endsWith("L") ? item.part(0, form.length() - 1) : item.part(0, 0);
        if (day.isNumber() || CronField.WEEKDAY.named(day.upper()) >= 0) {
            int weekday = FieldValue.read(CronField.WEEKDAY, day, findings);
            values.lastOf |= weekday < 0 ? 0 : 1 << weekday % 7;
            return true;
        }
        return false;
    }

    private static void nth(Piece item, List<Piece> parts, FieldValues values, Findings findings) {
        if (parts.size() != 2 || parts.stream().anyMatch(Piece::isEmpty)) {
            findings.mistake(item, "\"" + item.text() + "\" is not a weekday, \"#\" and a number",
                    "write \"5#2\" for the second Friday of a month");
            return;
        }
        int weekday = FieldValue.read(CronField.WEEKDAY, parts.getFirst(), findings);
        Piece count = parts.getLast();
        if (!count.isNumber() || count.number() < 1 || count.number() > 5) {
            findings.mistake(count, "\"" + item.text() + "\" counts to \"" + count.text() + "\"",
                    "write 1 to 5 behind \"#\"" + (count.text().startsWith("-") || count.upper().equals("L")
                            ? ", or \"" + parts.getFirst().text() + "L\" for the last one"
                            : ""));
        } else if (weekday >= 0) {
            values.nth |= 1L << (7 * (count.number() - 1) + weekday % 7);
        }
    }
}
