package dev.supertask.schedule;

import java.util.regex.Pattern;

/// Reads one value of a cron field: a number or a name.
final class FieldValue {
    private static final Pattern DAY_FORM = Pattern.compile("[0-9]*L|[0-9]*W|LW|L-[0-9]+");

    private FieldValue() {}

    /// The number that a value stands for, or -1 after a mistake.
    static int read(CronField field, Piece value, Findings findings) {
        String text = value.text();
        int named = field.named(value.upper());
        if (named >= 0) {
            return named;
        }
        if (!value.isNumber()) {
            unreadable(field, value, findings);
            return -1;
        }
        int number = value.number();
        if (number < field.min || number > field.max) {
            findings.mistake(value, field.label + " \"" + text + "\" is not in " + field.range(),
                    field.insteadOf(number));
            return -1;
        }
        return number;
    }

    private static void unreadable(CronField field, Piece value, Findings findings) {
        String text = value.text();
        String form = value.upper();
        if (DAY_FORM.matcher(form).matches() || text.indexOf('#') >= 0) {
            String home = field == CronField.DAY || text.indexOf('#') >= 0 ? "day-of-week" : "day-of-month";
            findings.mistake(value, "\"" + text + "\" does not belong into the " + field.label + " field",
                    field.isDayField()
                            ? "write it in the " + home + " field"
                            : "only day-of-month and day-of-week take \"L\", \"W\" and \"#\"");
        } else if (form.chars().allMatch(c -> c >= 'A' && c <= 'Z') && form.length() > 1) {
            String what = field.names.isEmpty() ? "no " + field.label : "an unknown " + field.label;
            findings.mistake(value, "\"" + text + "\" is " + what, field.meant(form));
        } else {
            findings.mistake(value, "\"" + text + "\" is no " + field.label, remedy(field, text));
        }
    }

    private static String remedy(CronField field, String text) {
        if (text.startsWith("+")) {
            return "write it without \"+\"";
        } else if (text.indexOf('*') >= 0) {
            return "\"*\" stands alone or before a step, such as \"*/5\"";
        } else if (text.indexOf('~') >= 0) {
            return "there are no random values: write \"H\" for a value that is different for each job";
        } else if (text.indexOf('.') >= 0 || text.indexOf(';') >= 0 || text.indexOf(':') >= 0) {
            return "write \"-\" between the ends of a range and \",\" between the items of a list";
        } else if (text.indexOf('?') >= 0) {
            return "\"?\" stands alone";
        }
        return field.names.isEmpty()
                ? "write " + field.range()
                : "write " + field.range() + ", or a name such as \"" + field.names.get(1) + "\"";
    }
}
