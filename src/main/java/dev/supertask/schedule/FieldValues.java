package dev.supertask.schedule;

import java.util.BitSet;

/// What one field of cron text says, while it is read and afterwards.
final class FieldValues {
    /// The field as it was written, in capitals.
    final String text;
    /// The values themselves; Sunday is 0 only.
    final BitSet plain = new BitSet();
    /// `L` is bit 0, `L-n` bit n.
    int beforeLast;
    /// `nW` is bit n.
    int nearest;
    /// `LW`.
    boolean lastWeekday;
    /// `nL` is bit n.
    int lastOf;
    /// `d#n` is bit `7 * (n - 1) + d`.
    long nth;

    FieldValues(String text) {
        this.text = text;
    }

    /// Whether it starts with `*`, which decides how cron(8) treats a job; `?` is another `*`.
    boolean isStarred() {
        return text.startsWith("*") || text.startsWith("?");
    }

    /// Whether it is `*` and nothing else.
    boolean isAny() {
        return text.equals("*") || text.equals("?");
    }

    /// The plain values as bits, for fields that go up to 59.
    long bits() {
        long[] words = plain.toLongArray();
        return words.length == 0 ? 0 : words[0];
    }

    /// Whether there is anything besides plain values.
    boolean hasDayForms() {
        return beforeLast != 0 || nearest != 0 || lastWeekday || lastOf != 0 || nth != 0;
    }
}
