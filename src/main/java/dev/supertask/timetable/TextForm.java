package dev.supertask.timetable;

import dev.supertask.problem.Refusal;

/// Another form of texts that declare jobs, besides YAML. Such a text can be named and included like any other.
public interface TextForm {

    /// Whether a text has this form, by its name or by what stands in it.
    boolean fits(Source text);

    /// What a text of this form declares.
    ///
    /// @param around what it is resolved against: its own folder, and the time zone of the text that includes it
    /// @throws Refusal with every mistake of the text, each at its place
    Timetable read(Source text, Surroundings around);
}
