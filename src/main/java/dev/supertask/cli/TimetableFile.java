package dev.supertask.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.supertask.keeper.NativePath;
import dev.supertask.problem.Nearest;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.timetable.CrontabForm;
import dev.supertask.timetable.CrontabText;
import dev.supertask.timetable.Surroundings;
import dev.supertask.timetable.Timetable;
import dev.supertask.timetable.TimetableText;
import org.jspecify.annotations.Nullable;

/// A timetable that was named on the command line, read.
///
/// @param timetable what it declares
/// @param resource where it comes from: its absolute path with links resolved; the text itself, where it
///        was standard input
/// @param text the whole text
record TimetableFile(Timetable timetable, String resource, String text) {
    /// The name of a timetable that is not named.
    static final String USUAL = "supertask.yaml";

    /// Reads a file, or standard input where the name is `-`.
    ///
    /// @throws Refusal if there is no such text, or it has mistakes: all of them
    static TimetableFile read(World world, String name) {
        return read(world, name, TimetableFile::parse);
    }

    /// Reads a file, or standard input where the name is `-`, as a crontab, whatever it looks like.
    ///
    /// @param system whether a user stands before each command, also where the file's name does not say so
    /// @throws Refusal if there is no such text, or it has mistakes: all of them
    static TimetableFile crontab(World world, String name, boolean system) {
        return read(world, name, (from, source, file, text) -> CrontabText.read(source, text,
                system ? CrontabForm.SYSTEM : CrontabForm.in(file), around(from, file), new Accounts(from)));
    }

    private interface Parser {
        Timetable parse(World world, String source, @Nullable Path file, String text);
    }

    private static TimetableFile read(World world, String name, Parser parser) {
        if (name.equals("-")) {
            return standardInput(world, parser);
        }
        Path file = world.resolve(name);
        refuseNoFile(file, name);
        try (InputStream in = Files.newInputStream(file)) {
            Path real = file.toRealPath();
            String text = decode(name, bytes(in));
            return new TimetableFile(parser.parse(world, name, real, text), real.toString(), text);
        } catch (AccessDeniedException e) {
            throw Refusal.mistake("\"" + name + "\" cannot be read: permission denied",
                    "make it readable for user \"" + world.user() + "\"");
        } catch (IOException e) {
            throw Refusal.mistake("\"" + name + "\" cannot be read: " + e.getMessage(), null);
        }
    }

    private static TimetableFile standardInput(World world, Parser parser) {
        try {
            String text = decode("<stdin>", bytes(world.in()));
            return new TimetableFile(parser.parse(world, "<stdin>", null, text), text, text);
        } catch (IOException e) {
            throw Refusal.mistake("standard input cannot be read: " + e.getMessage(), null);
        }
    }

    private static Timetable parse(World world, String source, @Nullable Path file, String text) {
        Surroundings around = around(world, file);
        return CrontabForm.of(file, text)
                .map(form -> CrontabText.read(source, text, form, around, new Accounts(world)))
                .orElseGet(() -> TimetableText.read(source, text, around));
    }

    /// What a text is resolved against: the folder of its file is where its paths start.
    static Surroundings around(World world, @Nullable Path file) {
        Path folder = file == null || file.getParent() == null ? world.workingDir() : file.getParent();
        return new Surroundings(folder, world.zone(), world.environment());
    }

    private static void refuseNoFile(Path file, String name) {
        if (Files.isDirectory(file)) {
            throw Refusal.mistake("\"" + name + "\" is a folder, no timetable",
                    Files.exists(file.resolve(USUAL))
                            ? "did you mean \"" + NativePath.of(name).resolve(USUAL) + "\"?"
                            : null);
        }
        if (!Files.exists(file)) {
            throw Refusal.mistake("there is no file \"" + name + "\"", remedy(file));
        }
    }

    private static @Nullable String remedy(Path missing) {
        Path folder = missing.getParent();
        Path name = missing.getFileName();
        if (folder == null || name == null) {
            return null;
        }
        if (!Files.isDirectory(folder)) {
            return "there is no folder " + folder + " either";
        }
        String hint = Nearest.hint(name.toString(), names(folder));
        return hint != null
                ? hint
                : name.toString().equals(USUAL) ? "\"supertask init\" writes one to start from"
                : null;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// One byte more than allowed is enough to know, also of a file that never ends.
    private static byte[] bytes(InputStream in) throws IOException {
        return in.readNBytes(TimetableText.MAX_BYTES + 1);
    }

    /// What is wrong with the bytes names their file too.
    private static String decode(String source, byte[] bytes) {
        try {
            return TimetableText.decode(bytes);
        } catch (Refusal refusal) {
            throw new Refusal(refusal.exitCode(), refusal.problems().stream()
                    .map(problem -> Problem.of(source + ": " + problem.message(), problem.remedy()))
                    .toList());
        }
    }
}
