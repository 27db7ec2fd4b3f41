package dev.supertask.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

import dev.supertask.problem.Refusal;
import dev.supertask.timetable.TimetableSchema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask init`.
@Command(name = "init", sortOptions = false, mixinStandardHelpOptions = true, description = {
        "Writes a commented timetable to start from,",
        "and " + TimetableSchema.FILE + " beside it, by which editors complete and check it."}, footer = {
                "", "Examples:", "  supertask init && supertask run", "  supertask init ~/jobs"})
final class InitCommand implements Runnable {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "The folder for supertask.yaml, made if it is not there; else this one.")
    private String folder = ".";

    @Override
    public void run() {
        SupertaskCommand program = Objects.requireNonNull(root);
        boolean here = folder.equals(".");
        String name = here ? TimetableFile.USUAL : Path.of(folder, TimetableFile.USUAL).toString();
        write(program.world().resolve(folder), name);
        String run = here ? "supertask run" : "supertask run --file " + name;
        program.out().println(name + " is written. Next:");
        program.out().println();
        program.out().println("  " + run);
        program.out().println("      runs its jobs until Ctrl-C");
        program.out().println("  supertask list-jobs");
        program.out().println("      in a second terminal: what is planned, how it went");
        program.out().println("  supertask validate " + name);
        program.out().println("      after a change: tells every mistake");
    }

    private static void write(Path folder, String name) {
        try (InputStream starter = Objects
                .requireNonNull(InitCommand.class.getResourceAsStream(TimetableFile.USUAL))) {
            Files.createDirectories(folder);
            Files.write(folder.resolve(TimetableFile.USUAL), starter.readAllBytes(),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
            // The timetable's first line names it; one of an older version is of no use to anybody.
            Files.writeString(folder.resolve(TimetableSchema.FILE), SchemaCommand.text() + "\n");
        } catch (FileAlreadyExistsException e) {
            throw Path.of(e.getFile()).endsWith(TimetableFile.USUAL)
                    ? Refusal.failed("\"" + name + "\" is there already",
                            "\"supertask init DIR\" writes one into another folder")
                    : Refusal.failed("\"" + e.getFile() + "\" is a file, no folder", "name another folder");
        } catch (IOException e) {
            throw Refusal.failed("cannot write \"" + name + "\": " + why(e), "name another folder, or mend that one");
        }
    }

    private static String why(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException missing -> "no folder can be made at " + missing.getFile();
            case IOException other -> String.valueOf(other.getMessage());
        };
    }
}
