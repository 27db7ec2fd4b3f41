package dev.supertask.timetable;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.supertask.problem.Position;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Problems;
import dev.supertask.problem.Refusal;
import dev.supertask.problem.Warning;
import dev.supertask.schedule.ScheduleMistake;
import dev.supertask.schedule.ScheduleSyntaxException;
import dev.supertask.schedule.ScheduleWarning;
import org.jspecify.annotations.Nullable;

/// One text being read, with what was found wrong in it so far.
///
/// @param source the text
/// @param problems what was found
/// @param silenced the kinds of warnings that nobody wants to hear of at this point of the text
record Reading(SourceText source, Problems problems, Set<Warning> silenced) {

    Reading(SourceText source) {
        this(source, new Problems());
    }

    Reading(SourceText source, Problems problems) {
        this(source, problems, EnumSet.noneOf(Warning.class));
    }

    /// From here to the end of the text these kinds of warnings are not told.
    void silence(Set<Warning> kinds) {
        silenced.addAll(kinds);
    }

    /// Reads a part of the text in which these kinds of warnings are not told either.
    <T> T silencing(Set<Warning> kinds, Supplier<T> part) {
        Set<Warning> before = Set.copyOf(silenced);
        silence(kinds);
        try {
            return part.get();
        } finally {
            silenced.retainAll(before);
        }
    }

    void mistake(Span at, String message, @Nullable String remedy) {
        tell(source.position(at), message, remedy);
    }

    /// A mistake in a stretch of a scalar's text.
    void mistake(Yaml.Scalar scalar, int offset, int length, String message, @Nullable String remedy) {
        tell(source.position(scalar, offset, length), message, remedy);
    }

    /// What a scalar's schedule is warned of.
    ///
    /// @param prefix how many characters its reader put before the scalar's text
    void warning(Yaml.Scalar scalar, ScheduleMistake found, int prefix) {
        Position at = source.position(scalar, found.offset() - prefix, found.length());
        warning(kind(Objects.requireNonNull(found.warning())), at, found.message(), found.remedy());
    }

    /// Something that is allowed and probably not meant.
    void warning(Warning warning, Position at, String message, @Nullable String remedy) {
        if (!silenced.contains(warning)) {
            problems.warning(warning, at, Words.oneLine(message), remedy == null ? null : Words.oneLine(remedy));
        }
    }

    private static Warning kind(ScheduleWarning warning) {
        return switch (warning) {
            case UNEVEN_STEP -> Warning.UNEVEN_STEP;
            case BOTH_DAYS -> Warning.BOTH_DAYS;
            case NEVER_FIRES -> Warning.NEVER_FIRES;
            case RARE -> Warning.RARE;
            case CLOCK_CHANGE -> Warning.CLOCK_CHANGE;
            case WIDE_STEP -> Warning.WIDE_STEP;
            case WEEKDAY_NUMBERS -> Warning.WEEKDAY_NUMBERS;
            case SHORT_INTERVAL -> Warning.SHORT_INTERVAL;
        };
    }

    private void tell(Position at, String message, @Nullable String remedy) {
        String shown = remedy == null ? null : Words.oneLine(remedy);
        problems.mistake(at, Words.oneLine(message), shown);
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
