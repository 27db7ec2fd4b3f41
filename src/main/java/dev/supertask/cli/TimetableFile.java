package dev.supertask.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.schedule.Schedule;
import dev.supertask.store.TextCopies;
import dev.supertask.timetable.CrontabForm;
import dev.supertask.timetable.CrontabText;
import dev.supertask.timetable.Source;
import dev.supertask.timetable.Surroundings;
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

    /// Reads a file, the text of a URL, or standard input where the name is `-`. Keeps and uses no copies.
    ///
    /// @throws Refusal if there is no such text, or it has mistakes: all of them
    static TimetableFile read(World world, String name) {
        return read(world, name, List.of(), null);
    }

    /// The same, with warnings of what its schedules will do.
    ///
    /// @throws Refusal if there is no such text, or it has mistakes: all of them
    static TimetableFile foresee(World world, String name) {
        return read(world, name, List.of(), null, world.clock().instant());
    }

    /// The same with the last good copies of what the network holds: used where it is gone, which is warned of,
    /// and renewed where it is not.
    ///
    /// @param when when a task file is due, in place of what its header says; none to leave it to the header
    /// @throws Refusal if there is no such text, or it has mistakes: all of them
    static TimetableFile read(World world, String name, List<Schedule> when, @Nullable TextCopies copies) {
        return read(world, name, when, copies, null);
    }

    private static TimetableFile read(World world, String name, List<Schedule> when, @Nullable TextCopies copies,
            @Nullable Instant now) {
        DistantTexts distant = new DistantTexts(world, copies);
        WorldTexts texts = new WorldTexts(world, new LocalTexts(world), distant);
        Source text = texts.named(name);
        TaskTexts tasks = new TaskTexts(text.id(), when);
        if (!when.isEmpty() && !tasks.fits(text)) {
            throw Refusal.mistake("--when belongs to an inline command or a task file",
                    "the jobs of \"" + text.name() + "\" say themselves when they are due");
        }
        Timetable read = TimetableText.read(text,
                new Surroundings(text.folder(), world.zone(), world.environment(), now), texts,
                List.of(tasks, new CrontabTexts(world)));
        distant.keep();
        List<Problem> warnings = new ArrayList<>(distant.warnings());
        warnings.addAll(read.warnings());
        return new TimetableFile(
                new Timetable(read.namespace(), read.title(), read.authors(), read.jobs(), warnings), text.name(),
                text.id(), text.text());
    }

    /// Reads a file, or standard input where the name is `-`, as a crontab, whatever it looks like.
    ///
    /// @param system whether a user stands before each command, also where the file's name does not say so
    /// @throws Refusal if there is no such text, or it has mistakes: all of them
    static TimetableFile crontab(World world, String name, boolean system) {
        Source text = new WorldTexts(world, new LocalTexts(world), new DistantTexts(world, null)).named(name);
        CrontabForm form = system ? CrontabForm.SYSTEM : CrontabForm.in(CrontabTexts.file(text));
        Timetable read = CrontabText.read(text.name(), text.text(), form, around(world, text), new Accounts(world));
        return new TimetableFile(read, text.name(), text.id(), text.text());
    }

    /// What a text is resolved against: the folder of its file is where its paths start.
    static Surroundings around(World world, Source text) {
        return new Surroundings(text.folder(), world.zone(), world.environment());
    }
}
