package dev.supertask.problem;

/// The source line under a problem, with a caret under what is meant.
final class Caret {
    /// Longer lines are shown as a window of this width around the caret.
    private static final int WIDTH = 100;
    private static final int NUMBER_WIDTH = 5;

    private Caret() {}

    static void append(StringBuilder out, Position at) {
        int[] points = at.lineText().codePoints().map(Caret::visible).toArray();
        int start = at.column() <= WIDTH - 20 ? 0 : at.column() - WIDTH / 2;
        int end = Math.min(points.length, start + WIDTH);
        String line = start < end ? new String(points, start, end - start) : "";
        String number = Integer.toString(at.line());
        int pad = Math.max(1, NUMBER_WIDTH - number.length());

        out.append('\n').append(" ".repeat(pad)).append(number).append(" | ");
        out.append(start > 0 ? "…" : "").append(line).append(end < points.length ? "…" : "");

        int caret = at.column() - 1 - start + (start > 0 ? 1 : 0);
        int length = Math.max(1, Math.min(at.length(), start + WIDTH - at.column() + 1));
        out.append('\n').append(" ".repeat(pad + number.length())).append(" | ");
        out.append(" ".repeat(caret)).append('^').append("~".repeat(length - 1));
    }

    /// Tabs and control characters take one column, so that the caret stands where it should.
    private static int visible(int codePoint) {
        if (codePoint == '\t') {
            return ' ';
        }
        return Character.isISOControl(codePoint) ? '\uFFFD' : codePoint;
    }
}
