package dev.supertask.cli;

import java.util.List;

import dev.supertask.job.Namespace;
import dev.supertask.job.Origin;
import dev.supertask.problem.Refusal;
import dev.supertask.timetable.Timetable;
import org.jspecify.annotations.Nullable;

/// Which namespace a text belongs to: `--ns`, else the one that it names, else one of its own.
///
/// @param world where the text was found
/// @param ns what `--ns` says, or null
record Namespaces(World world, @Nullable String ns) {

    Namespaces {
        if (ns != null && !Namespace.isValidId(ns)) {
            throw Refusal.mistake("\"" + ns + "\" cannot name a namespace",
                    "use up to 64 letters, digits, \".\", \"_\" and \"-\", a letter or digit first");
        }
    }

    /// The namespace of a text with lines.
    ///
    /// @param resource the text's absolute path or URL
    Namespace of(Timetable timetable, String resource) {
        Origin origin = origin(resource);
        String named = ns != null ? ns : timetable.namespace();
        return new Namespace(named != null ? named : Namespace.ephemeralId(origin), timetable.title(),
                timetable.authors(), origin);
    }

    /// The namespace of an inline command.
    ///
    /// @param text the inline command as typed
    Namespace ofInline(String text) {
        Origin origin = origin(text);
        return new Namespace(ns != null ? ns : Namespace.ephemeralId(origin), "", List.of(), origin);
    }

    private Origin origin(String resource) {
        return new Origin(world.host(), world.user(), resource);
    }
}
