package dev.supertask.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import dev.supertask.timetable.ConciseText;
import dev.supertask.timetable.Unexpanded;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask convert`.
@Command(name = "convert", sortOptions = false, mixinStandardHelpOptions = true, description = "Writes a timetable of any form in the concise form, to standard output. Stores and starts nothing.", footer = {
        "",
        "Examples:", "  supertask convert timetable.yaml > supertask.yaml    a timetable of the Python original",
        "  supertask convert task.py                            a task file",
        "  supertask convert supertask.json                     JSON", "",
        "What was read from comments, anchors and defaults is written out; paths are meant from the file's folder."})
final class ConvertCommand implements Runnable {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "FILE", description = "The timetable or task file; - reads standard input.")
    private String file = "";

    @Override
    public void run() {
        SupertaskCommand program = Objects.requireNonNull(root);
        World world = program.world();
        World unexpanded = new World(Unexpanded.of(world.environment()), world.workingDir(), world.clock(),
                world.zone(),
                world.user(), world.host(), world.in(), world.out(), world.err(), world.terminals());
        TimetableFile read = TimetableFile.read(unexpanded, file);
        read.timetable().warnings().forEach(warning -> program.err().println(Prose.problem(warning)));
        program.out().print(ConciseText.write(read.timetable(), folder(world, read)));
    }

    private Path folder(World world, TimetableFile read) {
        Path named = world.resolve(file);
        Path folder = file.equals("-") || !Files.exists(named) ? null : Path.of(read.resource()).getParent();
        return folder == null ? world.workingDir() : folder;
    }
}
