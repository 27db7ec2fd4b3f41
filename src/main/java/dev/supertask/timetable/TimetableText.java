package dev.supertask.timetable;

import java.util.List;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Position;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// A timetable as text: YAML 1.2 in the concise form, and JSON, which is YAML.
public final class TimetableText {
    /// No text may be longer than this many bytes: 64 MiB.
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    private TimetableText() {}

    /// Reads a timetable.
    ///
    /// @param source what the user calls the text; problems name it
    /// @param text the whole text
    /// @param around what it is resolved against
    /// @throws Refusal with every mistake of the text, each at its place
    public static Timetable read(String source, String text, Surroundings around) {
        return read(new Source(source, source, around.folder(), text), around, Sources.NONE, List.of());
    }

    /// Reads a timetable with all that it includes.
    ///
    /// @param text the text that was named; `around` holds its folder
    /// @param around what it is resolved against
    /// @param sources where other texts come from
    /// @param forms what a text may be besides YAML: the first form that fits has it
    /// @throws Refusal with every mistake of every text, each at its place
    public static Timetable read(Source text, Surroundings around, Sources sources, List<TextForm> forms) {
        refuseLength(text.text().length());
        return new Composition(around, sources, forms).read(text);
    }

    /// The map that a text is.
    ///
    /// @throws Refusal if it is something else
    static Yaml.Mapping root(Reading reading) {
        Yaml root = TreeReader.read(reading);
        if (root instanceof Yaml.Mapping map) {
            return map;
        }
        reading.problems().throwIfRefused();
        if (root == null || (root instanceof Yaml.Scalar scalar && scalar.isNothing())) {
            throw refusal(reading.source().start(), "the timetable is empty",
                    "add \"jobs:\" with at least one job");
        }
        throw refusal(reading.source().position(root.span()),
                "a timetable is a map with \"jobs\", but this is " + root.kind(),
                "write \"jobs:\" with \"NAME:\" and the job's keys under it");
    }

    private static Refusal refusal(Position at, String message, @Nullable String remedy) {
        return new Refusal(ExitCode.MISTAKE, List.of(Problem.at(at, message, remedy)));
    }

    /// The text of a file, which must be UTF-8; a byte order mark is dropped.
    ///
    /// @throws Refusal when the bytes are too many, no UTF-8, or no text at all
    public static String decode(byte[] bytes) {
        refuseLength(bytes.length);
        return Utf8.decode(bytes);
    }

    private static void refuseLength(int length) {
        if (length > MAX_BYTES) {
            throw Refusal.mistake("the text is larger than 64 MiB, the limit of a timetable",
                    "split it into several");
        }
    }
}
