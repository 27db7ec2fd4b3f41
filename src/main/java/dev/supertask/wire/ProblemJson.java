package dev.supertask.wire;

import java.util.Locale;

import dev.supertask.problem.Position;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Warning;
import org.jspecify.annotations.Nullable;

/// A mistake in a text or a warning of it, as editors and build servers see it.
///
/// @param file what the user calls the text; `<stdin>` for standard input
/// @param line from 1; null where it belongs to no line
/// @param column the first character, in code points from 1; null without a line
/// @param length how many code points are meant, at least 1; null without a line
/// @param severity `error` or `warning`
/// @param code the kind of a warning, such as `ST-W01`; null for an error
/// @param message what is wrong
/// @param remedy what to do, or null where the message says it all
public record ProblemJson(String file, @Nullable Integer line, @Nullable Integer column, @Nullable Integer length,
        String severity, @Nullable String code, String message, @Nullable String remedy) {

    /// The form of a problem.
    ///
    /// @param text what the user calls the text in which it was found; another one that this includes has its
    ///            own name in the problem's position
    public static ProblemJson of(Problem problem, String text) {
        Position at = problem.position();
        Warning warning = problem.warning();
        return new ProblemJson(at == null ? text : at.source(), at == null ? null : at.line(),
                at == null ? null : at.column(), at == null ? null : at.length(),
                problem.severity().name().toLowerCase(Locale.ROOT), warning == null ? null : warning.code(),
                problem.message(), problem.remedy());
    }
}
