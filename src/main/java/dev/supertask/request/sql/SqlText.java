package dev.supertask.request.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SQL as far as it must be understood to find the ends of statements and the places of parameters: what is quoted
/// (`'…'`, `E'…'`, `"…"`, backticks, `$tag$…$tag$`) and comments (`--` and, nested, `/* */`) are passed over whole.
record SqlText(String text) {
    private static final Pattern DOLLAR = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    /// One of several statements.
    ///
    /// @param line where it begins, from 1
    record Statement(String text, int line) {}

    /// Its statements, which `;` ends, without comments before them.
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        int first = -1; // of the characters of the statement that is not a comment before it
        int index = 0;
        while (index < text.length()) {
            int next = pass(index);
            boolean comment = next > index && isComment(index);
            if (text.charAt(index) == ';') {
                add(statements, first, index);
                first = -1;
            } else if (first < 0 && !comment && !Character.isWhitespace(text.charAt(index))) {
                first = index;
            }
            index = Math.max(next, index + 1);
        }
        add(statements, first, text.length());
        return statements;
    }

    private void add(List<Statement> statements, int first, int end) {
        if (first >= 0) {
            int line = 1 + (int) text.substring(0, first).chars().filter(c -> c == '\n').count();
            statements.add(new Statement(text.substring(first, end).strip(), line));
        }
    }

    /// The text with what is said for its parameters in their places.
    ///
    /// @param each told of `?` and of `:name`, without the colon, one after another; may append what takes its place
    String withParameters(BiConsumer<String, StringBuilder> each) {
        StringBuilder out = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            int next = pass(index);
            if (next > index) {
                out.append(text, index, next);
                index = next;
            } else if (text.charAt(index) == '?') {
                each.accept("?", out);
                index++;
            } else if (isName(index)) {
                int end = index + 1;
                while (end < text.length() && isPart(text.charAt(end))) {
                    end++;
                }
                each.accept(text.substring(index + 1, end), out);
                index = end;
            } else {
                out.append(text.charAt(index++));
            }
        }
        return out.toString();
    }

    /// `:name`, but neither `::type` nor the end of a slice, as `a[1:n]`.
    private boolean isName(int index) {
        return text.charAt(index) == ':' && index + 1 < text.length()
                && Character.isUnicodeIdentifierStart(text.charAt(index + 1))
                && (index == 0 || text.charAt(index - 1) != ':' && !isPart(text.charAt(index - 1)));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private boolean isComment(int index) {
        return text.startsWith("--", index) || text.startsWith("/*", index);
    }

    /// The index behind what begins here and is passed over whole; the same index where nothing does.
    private int pass(int index) {
        char c = text.charAt(index);
        return switch (c) {
            case '\'' -> quoted(index, c, isEscaping(index));
            case '"', '`' -> quoted(index, c, false);
            case '-' -> text.startsWith("--", index) ? orEnd(text.indexOf('\n', index)) : index;
            case '/' -> text.startsWith("/*", index) ? comment(index) : index;
            case '$' -> dollar(index);
            default -> index;
        };
    }

    /// PostgreSQL's `E'…'`, in which a backslash takes the meaning from a quote.
    private boolean isEscaping(int index) {
        return index > 0 && (text.charAt(index - 1) == 'E' || text.charAt(index - 1) == 'e')
                && (index == 1 || !isPart(text.charAt(index - 2)));
    }

    private int quoted(int start, char quote, boolean escapes) {
        int index = start + 1;
        while (index < text.length() && text.charAt(index) != quote) {
            index += escapes && text.charAt(index) == '\\' ? 2 : 1;
        }
        return Math.min(index + 1, text.length()); // a doubled quote is two texts side by side
    }

    private int comment(int start) {
        int depth = 0;
        int index = start;
        while (index < text.length()) {
            if (text.startsWith("/*", index)) {
                depth++;
                index += 2;
            } else if (text.startsWith("*/", index)) {
                depth--;
                index += 2;
                if (depth == 0) {
                    return index;
                }
            } else {
                index++;
            }
        }
        return index;
    }

    private int dollar(int start) {
        Matcher tag = DOLLAR.matcher(text).region(start, text.length());
        if (start > 0 && isPart(text.charAt(start - 1)) || !tag.lookingAt()) {
            return start;
        }
        int end = text.indexOf(tag.group(), tag.end());
        return end < 0 ? text.length() : end + tag.group().length();
    }

    private int orEnd(int index) {
        return index < 0 ? text.length() : index;
    }
}
