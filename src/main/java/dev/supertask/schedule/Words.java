package dev.supertask.schedule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Lists and numbers in English.
final class Words {
    private Words() {}

    /// `a`, `a and b`, `a, b and c`.
    static String list(List<String> items, String last) {
        int end = items.size() - 1;
        return end < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, end)) + " " + last + " " + items.get(end);
    }

    /// Values as a list in which three and more neighbours are a range: `1, 5 and 9 to 17`.
    static String runs(BitSet values, IntFunction<String> name) {
        List<String> items = new ArrayList<>();
        int end;
        for (int start = values.nextSetBit(0); start >= 0; start = values.nextSetBit(end)) {
            end = values.nextClearBit(start);
            if (end - start > 2) {
                items.add(name.apply(start) + " to " + name.apply(end - 1));
            } else {
                IntStream.range(start, end).mapToObj(name).forEach(items::add);
            }
        }
        return list(items, "and");
    }

    /// Whether values are neighbours without a hole.
    static boolean isRun(BitSet values) {
        return values.length() - values.nextSetBit(0) == values.cardinality();
    }

    /// `1st`, `2nd`, `3rd`, `11th`.
    static String ordinal(int number) {
        int unit = number / 10 % 10 == 1 ? 0 : number % 10;
        return number + switch (unit) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
