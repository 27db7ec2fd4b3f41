package dev.supertask.timetable;

import java.util.List;
import java.util.Optional;

import dev.supertask.problem.Refusal;

/// Where the other texts of a timetable come from: those that it includes, and its files of variables. Handed
/// in, so that reading touches neither disk nor network itself.
public interface Sources {
    /// None at all.
    Sources NONE = new NoSources();

    /// The text that a name in another text means; relative names are meant from that text.
    ///
    /// @throws Refusal if there is none, or it cannot be read
    Source find(Source from, String name);

    /// The same, empty where there is no such text.
    ///
    /// @throws Refusal if it cannot be read
    Optional<Source> ifThere(Source from, String name);

    /// The texts that a name or a pattern such as `jobs.d/*.yaml` means, by name; the text that it stands in is
    /// none of them. A pattern that fits nothing in a folder that is there means nothing.
    ///
    /// @throws Refusal if there is no such text or folder, or one cannot be read
    List<Source> matching(Source from, String pattern);
}
