package dev.supertask.schedule;

import java.util.BitSet;

/// `H` in a cron field: values that a stable hash of the job chooses, so that many jobs spread over the field.
///
/// @param field the field, which is hashed as well: minute and hour of one job are independent
/// @param from the first value that may be chosen
/// @param to the last one
/// @param step 0 for one value of the range; else each so-many-th value, from a chosen one of the first so many on
record Hashed(CronField field, int from, int to, int step) {

    /// In words.
    String words() {
        String choice = "one of " + from + " to " + (step == 0 ? to : Math.min(from + step - 1, to));
        return (step == 0 ? choice : "every " + step + " from " + choice) + ", by a stable hash of the job";
    }

    /// Adds the values that are an identity's.
    void addTo(BitSet values, String identity) {
        int choices = step == 0 ? to - from + 1 : step;
        int chosen = from + (int) Hash.below(choices, identity + " " + field.label, 0);
        int last = step == 0 ? chosen : to;
        for (int value = chosen; value <= last; value += Math.max(step, 1)) {
            values.set(field == CronField.WEEKDAY ? value % 7 : value);
        }
    }
}
