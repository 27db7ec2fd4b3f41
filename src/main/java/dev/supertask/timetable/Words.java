package dev.supertask.timetable;

/// Words of a message. What they quote comes from a text that may hold anything.
final class Words {
    private static final int LONGEST = 500;

    private Words() {}

    /// The same on one line that a terminal shows as it is: control characters replaced, the middle of
    /// something endless left out.
    static String oneLine(String words) {
        String clipped = words.length() <= LONGEST
                ? words
                : words.substring(0, LONGEST / 2) + "…" + words.substring(words.length() - LONGEST / 2);
        StringBuilder out = new StringBuilder(clipped.length());
        clipped.codePoints().forEach(point -> out.appendCodePoint(isShown(point) ? point : '\uFFFD'));
        return out.toString();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
