package dev.supertask.timetable;

/// Hides three characters from SnakeYAML: it takes NEL, LS and PS for line breaks, as YAML 1.1 did,
/// while in YAML 1.2 (and in JSON) they are characters like others. Each is replaced by one
/// character of the private use area, so that columns stay right.
record Separators(String masked, boolean present) {
    private static final String REAL = "\u0085\u2028\u2029";
    private static final String MASK = "\uF585\uF528\uF529";

    Separators(String text) {
        this(replace(text, REAL, MASK), REAL.chars().anyMatch(c -> text.indexOf(c) >= 0));
    }

    String unmask(String scalar) {
        return present ? replace(scalar, MASK, REAL) : scalar;
    }

    private static String replace(String text, String from, String to) {
        String replaced = text;
        for (int i = 0; i < from.length(); i++) {
            replaced = replaced.replace(from.charAt(i), to.charAt(i));
        }
        return replaced;
    }
}
