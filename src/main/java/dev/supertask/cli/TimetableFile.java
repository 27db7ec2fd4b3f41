package dev.supertask.cli;

import java.util.ArrayList;
import java.util.List;

import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.store.TextCopies;
import dev.supertask.timetable.Source;
import dev.supertask.timetable.Surroundings;
import dev.supertask.timetable.TextForm;
import dev.supertask.timetable.Timetable;
import dev.supertask.timetable.TimetableText;
import org.jspecify.annotations.Nullable;

/// A timetable that was named on the command line, read.
///
/// @param timetable what it declares, with all that it includes
/// @param name what messages call it
/// @param resource where it comes from: its absolute path with links resolved; its URL without user and password;
///        the text itself, where it was standard input
/// @param text the whole text
record TimetableFile(Timetable timetable, String name, String resource, String text) {
    /// The name of a timetable that is not named.
    static final String USUAL = "supertask.yaml";

    /// What a text may be besides YAML.
    private static final List<TextForm> FORMS = List.of();

    /// Reads a file, the text of a URL, or standard input where the name is `-`. Keeps and uses no copies.
    ///
    /// @throws Refusal if there is no such text, or it has mistakes: all of them
    static TimetableFile read(World world, String name) {
        return read(world, name, null);
    }

    /// The same with the last good copies of what the network holds: used where it is gone, which is warned of,
    /// and renewed where it is not.
    ///
    /// @throws Refusal if there is no such text, or it has mistakes: all of them
    static TimetableFile read(World world, String name, @Nullable TextCopies copies) {
        DistantTexts distant = new DistantTexts(world, copies);
        WorldTexts texts = new WorldTexts(world, new LocalTexts(world), distant);
        Source text = texts.named(name);
        Timetable read = TimetableText.read(text, new Surroundings(text.folder(), world.zone(), world.environment()),
                texts, FORMS);
        distant.keep();
        List<Problem> warnings = new ArrayList<>(distant.warnings());
        warnings.addAll(read.warnings());
        return new TimetableFile(
                new Timetable(read.namespace(), read.title(), read.authors(), read.jobs(), warnings), text.name(),
                text.id(), text.text());
    }
}
