package dev.supertask.cli;

import java.util.List;
import java.util.Objects;

import dev.supertask.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask validate`.
@Command(name = "validate", sortOptions = false, mixinStandardHelpOptions = true, description = "Reads a timetable and tells every mistake and warning. Stores and starts nothing.", footer = {
        "", "Examples:", "  supertask validate supertask.yaml",
        "  git show HEAD:supertask.yaml | supertask validate -"})
final class ValidateCommand implements Runnable {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "FILE", defaultValue = TimetableFile.USUAL, description = "The timetable, ./supertask.yaml if none is named; - reads standard input.")
    private String file = TimetableFile.USUAL;

    @Override
    public void run() {
        SupertaskCommand program = Objects.requireNonNull(root);
        TimetableFile read = TimetableFile.read(program.world(), file);
        List<Problem> warnings = read.timetable().warnings();
        warnings.forEach(warning -> program.err().println(Prose.problem(warning)));
        program.out().println(read.name() + ": "
                + Prose.count(read.timetable().jobs().size(), "job") + ", no mistakes"
                + (warnings.isEmpty() ? "" : ", " + Prose.count(warnings.size(), "warning")));
    }
}
