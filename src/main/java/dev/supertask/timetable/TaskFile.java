package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.supertask.problem.Refusal;
import dev.supertask.schedule.Schedule;

/// A task file: a program that says in a header of comments when it is due, and is the only job of its timetable.
public final class TaskFile {
    private static final Set<String> TIMETABLES = Set.of("yaml", "yml", "json");
    private static final Set<String> PROGRAMS = Set.of("py", "sh", "bash", "js", "mjs", "cjs", "ts", "rb", "pl", "lua",
            "php", "r", "sql");

    private TaskFile() {}

    /// Whether a text is one, by the ending of its name, else by a `#!` line or a header.
    ///
    /// @param name what the file is called
    public static boolean isOne(String name, String text) {
        String ending = ending(name);
        if (TIMETABLES.contains(ending)) {
            return false;
        }
        String first = text.lines().findFirst().orElse("");
        // A timetable may begin so, too, to run itself.
        boolean program = first.startsWith("#!") && !first.contains("supertask");
        return PROGRAMS.contains(ending) || program || TaskHeader.isIn(text);
    }

    /// Reads a task file.
    ///
    /// @param source what the user calls it; problems name it
    /// @param text the whole text
    /// @param file the file itself, an absolute path
    /// @param when when it is due, in place of what its header says; none to leave it to the header
    /// @param around what it is resolved against
    /// @return a timetable with one job
    /// @throws Refusal with every mistake of its header, each at its place
    public static Timetable read(String source, String text, Path file, List<Schedule> when, Surroundings around) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Reading reading = new Reading(new SourceText(source, content));
        Timetable timetable = new TaskFileReader(reading, around, file).read(when);
        reading.problems().throwIfRefused();
        return timetable;
    }

    /// The ending of a file's name in lower case; empty where it has none.
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}
