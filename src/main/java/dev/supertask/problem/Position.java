package dev.supertask.problem;

/// A stretch of one line of a text that a user wrote.
///
/// @param source what the user calls the text: a file name as typed, or `<stdin>`
/// @param line the line's number, from 1
/// @param column the first character's column in code points, from 1
/// @param length how many code points are meant, at least 1
/// @param lineText the whole line, without its end
public record Position(String source, int line, int column, int length, String lineText) {

    /// Clips the stretch to the line, so that a caret never points beyond its text.
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("position " + line + ":" + column + " is before the text");
        }
        int width = lineText.codePointCount(0, lineText.length());
        length = Math.max(1, Math.min(length, width - column + 1));
    }

    /// The place as editors understand it: `source:line:column`.
    public String place() {
        return source + ":" + line + ":" + column;
    }
}
