package dev.supertask.schedule;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Reads the text of one duration, with a message for everything that people write instead.
final class DurationReader {
    /// Long enough for every plan, short enough for sums of instants never to overflow.
    private static final Duration LONGEST = Duration.ofDays(365_000);
    private static final String EXAMPLE = "write a number and its unit, such as \"90s\"";
    private static final Pattern PART = Pattern.compile("([0-9]+)([.,][0-9]*)?([A-Za-z]*)");
    private static final Pattern ISO = Pattern
            .compile("P(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?(?:T(?=[0-9])(?:([0-9]{1,9})H)?(?:([0-9]{1,12})M)?"
                    + "(?:([0-9]{1,12})(?:[.]([0-9]{1,9}))?S)?)?");
    private static final Pattern ISO_CALENDAR = Pattern
            .compile("P(?=[0-9]+[YM])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+[WD])*(?:T.*)?");

    /// The units, by their length in milliseconds.
    private static final Map<String, Long> UNITS = Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L,
            "d",
            86_400_000L, "w", 604_800_000L);
    private static final Map<String, String> SPELT_OUT = Map.ofEntries(Map.entry("sec", "s"),
            Map.entry("second", "s"),
            Map.entry("min", "m"), Map.entry("minute", "m"), Map.entry("hr", "h"), Map.entry("hour", "h"),
            Map.entry("day", "d"), Map.entry("wk", "w"), Map.entry("week", "w"), Map.entry("msec", "ms"),
            Map.entry("milli", "ms"), Map.entry("millisecond", "ms"));

    private DurationReader() {}

    /// Reads a duration; null where there is none, and then the findings say why.
    static @Nullable Duration read(Piece piece, Findings findings) {
        String text = piece.text();
        if (text.isEmpty()) {
            findings.mistake(piece, "the duration is missing", EXAMPLE);
        } else if (text.indexOf(' ') >= 0 || text.indexOf('\t') >= 0) {
            findings.mistake(piece, "a duration has no spaces, but \"" + text + "\" has", joined(text));
        } else if (text.startsWith("-") || text.startsWith("+")) {
            findings.mistake(piece.part(0, 1), "a duration has no sign, but \"" + text + "\" has", EXAMPLE);
        } else if (text.startsWith("P") || text.startsWith("p")) {
            return iso(piece, findings);
        } else {
            return units(piece, findings);
        }
        return null;
    }

    private static @Nullable Duration units(Piece piece, Findings findings) {
        Matcher part = PART.matcher(piece.text());
        Duration sum = Duration.ZERO;
        long finest = Long.MAX_VALUE;
        int at = 0;
        while (at < piece.text().length()) {
            part.region(at, piece.text().length());
            if (!part.lookingAt()) {
                findings.mistake(piece.part(at, piece.text().offsetByCodePoints(at, 1)),
                        "\"" + piece.text() + "\" is not a duration", EXAMPLE);
                return null;
            }
            Piece whole = piece.part(at, part.end());
            @Nullable
            Long unit = unit(whole, part, findings);
            if (unit == null) {
                return null;
            }
            if (unit >= finest) {
                findings.mistake(whole, "\"" + whole.text() + "\" stands behind a unit that is not larger",
                        "write each unit once, the largest first, such as \"1h30m\"");
                return null;
            }
            finest = unit;
            sum = sum.plus(amount(part.group(1), unit));
            at = part.end();
        }
        return checked(piece, sum, findings);
    }

    private static @Nullable Long unit(Piece whole, Matcher part, Findings findings) {
        String amount = part.group(1);
        String unit = part.group(3);
        @Nullable
        Long millis = UNITS.get(unit);
        if (part.group(2) != null) {
            findings.mistake(whole, "\"" + whole.text() + "\" is not a whole number of a unit",
                    "write it in smaller units, such as \"1h30m\" or \"1500ms\"");
            return null;
        } else if (unit.isEmpty()) {
            findings.mistake(whole, "\"" + amount + "\" has no unit",
                    "write \"" + amount + "s\" for seconds or \"" + amount + "m\" for minutes");
        } else if (millis == null) {
            findings.mistake(whole, "unknown unit \"" + unit + "\" in \"" + whole.text() + "\"",
                    meant(amount, unit));
        }
        return millis;
    }

    /// The unit that a word in any spelling stands for, or null.
    private static @Nullable String known(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return UNITS.containsKey(lower) ? lower : SPELT_OUT.get(singular(lower));
    }

    private static String singular(String word) {
        return word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String meant(String amount, String unit) {
        @Nullable
        String known = known(unit);
        if (known != null) {
            return "write \"" + amount + known + "\"";
        }
        return switch (singular(unit.toLowerCase(Locale.ROOT))) {
            case "mo", "month", "y", "yr", "year" ->
                "months and years differ in length: write days, such as \"30d\"";
            case "us", "ns", "micro", "nano" -> "a millisecond is the finest: write \"1ms\" or more";
            default -> "the units are ms, s, m, h, d, w";
        };
    }

    /// A duration in several words as one, with the units that are taken.
    private static String joined(String text) {
        StringBuilder joined = new StringBuilder();
        Matcher part = PART.matcher(text.replaceAll("[ \t]+", ""));
        while (part.lookingAt() && part.group(2) == null) {
            @Nullable
            String unit = known(part.group(3));
            if (unit == null) {
                return EXAMPLE;
            }
            joined.append(part.group(1)).append(unit);
            part.region(part.end(), part.regionEnd());
        }
        return part.regionStart() == part.regionEnd() ? "write \"" + joined + "\"" : EXAMPLE;
    }

    private static @Nullable Duration iso(Piece piece, Findings findings) {
        String text = piece.text().toUpperCase(Locale.ROOT);
        Matcher iso = ISO.matcher(text);
        if (text.length() > 1 && iso.matches()) {
            Duration sum = amount(iso.group(1), 604_800_000L).plus(amount(iso.group(2), 86_400_000L))
                    .plus(amount(iso.group(3), 3_600_000L)).plus(amount(iso.group(4), 60_000L))
                    .plus(amount(iso.group(5), 1000L));
            @Nullable
            String fraction = iso.group(6);
            long nanos = fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
            return checked(piece, sum.plusNanos(nanos), findings);
        }
        boolean calendar = text.length() > 1 && ISO_CALENDAR.matcher(text).matches();
        findings.mistake(piece,
                calendar
                        ? "\"" + piece.text() + "\" counts months or years, which differ in length"
                        : "\"" + piece.text() + "\" is not an ISO-8601 duration",
                calendar
                        ? "write days, such as \"P30D\" or \"30d\""
                        : "write it like \"PT15M\" or \"P1DT12H\"");
        return null;
    }

    /// An amount of a unit; what is beyond every limit comes out just above the longest duration.
    private static Duration amount(@Nullable String digits, long unitMillis) {
        if (digits == null) {
            return Duration.ZERO;
        }
        String plain = digits.replaceFirst("^0+(?=.)", "");
        return plain.length() > 15
                ? LONGEST.plusMillis(1)
                : Duration.ofMillis(1).multipliedBy(Long.parseLong(plain)).multipliedBy(unitMillis);
    }

    private static @Nullable Duration checked(Piece piece, Duration sum, Findings findings) {
        if (sum.compareTo(LONGEST) > 0) {
            findings.mistake(piece, "\"" + piece.text() + "\" is longer than 1000 years",
                    "write at most \"365000d\"");
            return null;
        }
        return sum;
    }
}
