package dev.supertask.timetable;

import java.util.function.Function;

import dev.supertask.problem.Position;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Problems;
import dev.supertask.problem.Refusal;
import dev.supertask.schedule.ScheduleMistake;
import dev.supertask.schedule.ScheduleSyntaxException;
import org.jspecify.annotations.Nullable;

/// One text being read, with what was found wrong in it so far.
record Reading(SourceText source, Problems problems) {

    Reading(SourceText source) {
        this(source, new Problems());
    }

    void mistake(Span at, String message, @Nullable String remedy) {
        tell(Problem.Severity.ERROR, source.position(at), message, remedy);
    }

    /// A mistake in a stretch of a scalar's text.
    void mistake(Yaml.Scalar scalar, int offset, int length, String message, @Nullable String remedy) {
        tell(Problem.Severity.ERROR, source.position(scalar, offset, length), message, remedy);
    }

    /// Something in a stretch of a scalar's text that is probably not meant.
    void warning(Yaml.Scalar scalar, int offset, int length, String message, @Nullable String remedy) {
        tell(Problem.Severity.WARNING, source.position(scalar, offset, length), message, remedy);
    }

    private void tell(Problem.Severity severity, Position at, String message, @Nullable String remedy) {
        String shown = remedy == null ? null : Words.oneLine(remedy);
        problems.add(new Problem(severity, at, Words.oneLine(message), shown));
    }

    /// What comes of a scalar's text, or null with the mistakes told at their places.
    ///
    /// @param prefix how many characters the reader puts before the scalar's text
    <T> @Nullable T parse(Yaml.Scalar scalar, int prefix, Function<String, T> reader, String text) {
        try {
            return reader.apply(text);
        } catch (ScheduleSyntaxException e) {
            for (ScheduleMistake mistake : e.mistakes()) {
                mistake(scalar, mistake.offset() - prefix, mistake.length(), mistake.message(),
                        mistake.remedy());
            }
        } catch (Refusal e) {
            for (Problem problem : e.problems()) {
                mistake(scalar.span(), problem.message(), problem.remedy());
            }
        }
        return null;
    }
}
