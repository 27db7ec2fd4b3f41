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
import dev.supertask.timetable.Source;
import dev.supertask.timetable.TimetableText;
import org.jspecify.annotations.Nullable;

/// Reads texts that are files, or standard input.
record LocalTexts(World world) {
    private static final int TYPE = 0170000;

    /// A file.
    ///
    /// @param name what the user calls it
    /// @throws Refusal if there is none, or it cannot be read
    Source file(Path file, String name) {
        refuseNoFile(file, name);
        try (InputStream in = Files.newInputStream(file)) {
            Path real = file.toRealPath();
            String text = decode(name, bytes(in));
            Path folder = real.getParent() == null ? world.workingDir() : real.getParent();
            return new Source(name, real.toString(), folder, text);
        } catch (AccessDeniedException e) {
            throw denied(name);
        } catch (IOException e) {
            throw Refusal.mistake("\"" + name + "\" cannot be read: " + e.getMessage(), null);
        }
    }

    /// What stands on standard input; its id is itself.
    Source standardInput() {
        try {
            String text = decode("<stdin>", bytes(world.in()));
            return new Source("<stdin>", text, world.workingDir(), text);
        } catch (IOException e) {
            throw Refusal.mistake("standard input cannot be read: " + e.getMessage(), null);
        }
    }

    Refusal denied(String name) {
        return Refusal.mistake("\"" + name + "\" cannot be read: permission denied",
                "make it readable for user \"" + world.user() + "\"");
    }

    private static void refuseNoFile(Path file, String name) {
        if (Files.isDirectory(file)) {
            throw Refusal.mistake("\"" + name + "\" is a folder, no timetable",
                    Files.exists(file.resolve(TimetableFile.USUAL))
                            ? "did you mean \"" + NativePath.of(name).resolve(TimetableFile.USUAL) + "\"?"
                            : null);
        }
        if (Files.notExists(file)) {
            throw Refusal.mistake("there is no file \"" + name + "\"", remedy(file));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe without a writer would never answer.
            throw Refusal.mistake("\"" + name + "\" is " + kind(file) + ", no file",
                    "to hand a text over without a file, write it to the standard input of --file -");
        }
    }

    private static String kind(Path file) {
        try {
            return switch ((Integer) Files.getAttribute(file, "unix:mode") & TYPE) {
                case 0010000 -> "a pipe";
                case 0140000 -> "a socket";
                default -> "a device";
            };
        } catch (IOException | UnsupportedOperationException e) {
            return "something else";
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
                : name.toString().equals(TimetableFile.USUAL) ? "\"supertask init\" writes one to start from"
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

    /// What is wrong with the bytes names their text too.
    static String decode(String source, byte[] bytes) {
        try {
            return TimetableText.decode(bytes);
        } catch (Refusal refusal) {
            throw new Refusal(refusal.exitCode(), refusal.problems().stream()
                    .map(problem -> Problem.of(source + ": " + problem.message(), problem.remedy()))
                    .toList());
        }
    }
}
