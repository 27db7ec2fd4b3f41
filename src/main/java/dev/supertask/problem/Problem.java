package dev.supertask.problem;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong, told so that it can be mended: where, what, and what to write instead.
///
/// @param severity whether the text is refused for it
/// @param position where it stands, or null where it belongs to no line of a text
/// @param message the thing and its value in quotes, lower case, one line
/// @param remedy what to do instead, or null where the message says it all
/// @param warning which kind of warning it is, or null for a mistake
public record Problem(Severity severity, @Nullable Position position, String message, @Nullable String remedy,
        @Nullable Warning warning) {

    /// Whether a problem refuses the text or only speaks of it.
    public enum Severity {
        /// The text is refused.
        ERROR,
        /// The text is accepted; its author should look at this.
        WARNING
    }

    /// A mistake in a text.
    public static Problem at(Position position, String message, @Nullable String remedy) {
        return new Problem(Severity.ERROR, position, message, remedy, null);
    }

    /// A mistake that stands in no text.
    public static Problem of(String message, @Nullable String remedy) {
        return new Problem(Severity.ERROR, null, message, remedy, null);
    }

    /// Something in a text that is allowed and probably not meant.
    public static Problem warning(Warning warning, Position position, String message, @Nullable String remedy) {
        return new Problem(Severity.WARNING, position, message, remedy, warning);
    }

    /// The problem as people read it: one line, then the source line with a caret under the stretch.
    public String render() {
        StringBuilder out = new StringBuilder();
        if (position != null) {
            out.append(position.place()).append(": ");
        }
        if (warning != null) {
            out.append("warning ").append(warning.code()).append(": ");
        }
        out.append(message);
        if (remedy != null) {
            out.append(" · ").append(remedy);
        }
        if (position != null) {
            Caret.append(out, position);
        }
        return out.toString();
    }
}
