package dev.supertask.schedule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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
    /// `H`, `H/15`, `H(0-29)/10`: values that only an identity makes of them.
    final List<Hashed> hashed = new ArrayList<>();

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

    /// The values as bits, for fields that go up to 59.
    long bits(String identity) {
        long[] words = values(identity).toLongArray();
        return words.length == 0 ? 0 : words[0];
    }

    /// The values, with what an identity makes of `H`.
    BitSet values(String identity) {
        if (hashed.isEmpty()) {
            return plain;
        }
        BitSet values = (BitSet) plain.clone();
        hashed.forEach(item -> item.addTo(values, identity));
        return values;
    }

    boolean isHashed() {
        return !hashed.isEmpty();
    }

    /// Whether there is anything besides plain values.
    boolean hasDayForms() {
        return beforeLast != 0 || nearest != 0 || lastWeekday || lastOf != 0 || nth != 0;
    }
}
