package dev.supertask.timetable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.supertask.problem.Refusal;

/// Sizes as people write them: `512MiB`, `1.5GB`, `100B`. A KiB is 1024 bytes, a kB 1000.
final class SizeText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s*([A-Za-z]*)");
    // Largest first; of two that say the same, the one that is written.
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("TiB", 1L << 40);
        UNITS.put("TB", 1_000_000_000_000L);
        UNITS.put("GiB", 1L << 30);
        UNITS.put("GB", 1_000_000_000L);
        UNITS.put("MiB", 1L << 20);
        UNITS.put("MB", 1_000_000L);
        UNITS.put("KiB", 1L << 10);
        UNITS.put("kB", 1_000L);
        UNITS.put("B", 1L);
    }

    private SizeText() {}

    /// The bytes of a size, at least one.
    ///
    /// @throws Refusal when it is none
    static long parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw Refusal.mistake("\"" + text + "\" is no size", "write one such as 512MiB or 2GB");
        }
        String number = matcher.group(1);
        String unit = matcher.group(2);
        if (unit.isEmpty()) {
            throw Refusal.mistake("\"" + text + "\" has no unit", "write " + number + "MiB, for example");
        }
        Long factor = UNITS.get(unit);
        if (factor == null) {
            throw Refusal.mistake("unknown unit \"" + unit + "\" in \"" + text + "\"",
                    meant(unit).map(u -> "did you mean \"" + number + u + "\"?")
                            .orElse("known units: B, kB, KiB, MB, MiB, GB, GiB, TB, TiB"));
        }
        BigDecimal bytes = new BigDecimal(number).multiply(BigDecimal.valueOf(factor));
        if (bytes.signum() == 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw Refusal.mistake("\"" + text + "\" is " + (bytes.signum() == 0 ? "nothing" : "too much"),
                    "write a size such as 512MiB, or remove the key");
        }
        return bytes.longValue();
    }

    /// Writes a size so that [#parse] reads the same one back.
    static String write(long bytes) {
        return UNITS.entrySet().stream().filter(unit -> bytes % unit.getValue() == 0).findFirst()
                .map(unit -> bytes / unit.getValue() + unit.getKey()).orElseThrow();
    }

    private static Optional<String> meant(String unit) {
        return UNITS.keySet().stream()
                .filter(known -> known.equalsIgnoreCase(unit) || known.equalsIgnoreCase(unit + "iB"))
                .findFirst();
    }
}
