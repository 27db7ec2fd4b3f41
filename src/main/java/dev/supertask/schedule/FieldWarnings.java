package dev.supertask.schedule;

import java.util.stream.Stream;

/// What is valid cron text, but surprises many.
final class FieldWarnings {
    private FieldWarnings() {}

    /// Warns of a step from `*` that does not divide its field, so that one distance is shorter.
    static void uneven(CronField field, Piece item, int step, Findings findings) {
        String start = field.names.isEmpty() ? String.valueOf(field.min) : field.names.getFirst();
        uneven(field, item, step, start, findings);
    }

    /// The same, where each round starts again at another value.
    static void uneven(CronField field, Piece item, int step, String start, Findings findings) {
        if (field == CronField.YEAR || (field != CronField.DAY && field.cycle % step == 0)) {
            return;
        }
        findings.warning(ScheduleWarning.UNEVEN_STEP, item,
                "step \"" + step + "\" is uneven: each " + whole(field) + " starts again at " + start,
                null);
    }

    private static String whole(CronField field) {
        return switch (field) {
            case SECOND -> "minute";
            case MINUTE -> "hour";
            case HOUR -> "day";
            case DAY -> "month";
            case MONTH, YEAR -> "year";
            case WEEKDAY -> "week";
        };
    }

    /// Warns of day fields that together mean something else than in other programs.
    static void days(CronFields fields, Piece day, Piece weekday, Findings findings) {
        boolean bothSet = Stream.of(day, weekday)
                .noneMatch(field -> field.text().equals("*") || field.text().equals("?"));
        Piece starred = fields.day().isStarred() ? day : weekday;
        if (bothSet && (fields.day().isStarred() || fields.weekday().isStarred())) {
            findings.warning(ScheduleWarning.BOTH_DAYS, starred,
                    "\"" + starred.text() + "\" starts with \"*\": days must match both"
                            + " day-of-month and day-of-week, as in Debian's cron; other programs take either",
                    null);
        }
    }
}
