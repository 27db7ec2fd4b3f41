package dev.supertask.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.timetable.Timetable;
import dev.supertask.wire.ProblemJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask validate`.
@Command(name = "validate", sortOptions = false, mixinStandardHelpOptions = true, description = "Reads timetables and tells every mistake and warning. Stores and starts nothing.", footer = {
        "", "Examples:", "  supertask validate supertask.yaml", "  supertask validate --strict jobs/*.yaml",
        "  supertask validate --output json | jq -r '.[] | \"\\(.file):\\(.line) \\(.message)\"'",
        "  git show HEAD:supertask.yaml | supertask validate -"})
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "The timetables, ./supertask.yaml if none is named; - reads standard input.")
    private List<String> files = List.of();

    @Option(names = "--strict", description = "Warnings are mistakes, too: exit status 2.")
    private boolean strict;

    @Mixin
    private OutputOption output = new OutputOption();

    /// What came of one text.
    ///
    /// @param name what the user calls it
    /// @param jobs how many it declares
    private record Text(String name, int jobs, List<Problem> problems, ExitCode status) {

        static Text read(World world, String file) {
            String name = file.equals("-") ? "<stdin>" : file;
            try {
                Timetable timetable = TimetableFile.read(world, file).timetable();
                return new Text(name, timetable.jobs().size(), timetable.warnings(), ExitCode.GOOD);
            } catch (Refusal refusal) {
                return new Text(name, 0, refusal.problems(), refusal.exitCode());
            }
        }

        ExitCode status(boolean strict) {
            return strict && status == ExitCode.GOOD && !problems.isEmpty() ? ExitCode.MISTAKE : status;
        }

        List<ProblemJson> json() {
            return problems.stream().map(problem -> ProblemJson.of(problem, name)).toList();
        }
    }

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        List<Text> texts = (files.isEmpty() ? List.of(TimetableFile.USUAL) : files).stream()
                .map(file -> Text.read(program.world(), file)).toList();
        if (output.form() == OutputOption.Form.TABLE) {
            texts.forEach(text -> tell(program, text));
        } else {
            new Results(program, output.form()).list(texts.stream().flatMap(text -> text.json().stream()).toList(),
                    ProblemJson.class);
        }
        return texts.stream().mapToInt(text -> text.status(strict).status()).max().orElse(0);
    }

    private static void tell(SupertaskCommand program, Text text) {
        text.problems().forEach(problem -> program.err().println(Prose.problem(problem)));
        if (text.status() == ExitCode.GOOD) {
            int warnings = text.problems().size();
            program.out().println(text.name() + ": " + Prose.count(text.jobs(), "job") + ", no mistakes"
                    + (warnings == 0 ? "" : ", " + Prose.count(warnings, "warning")));
        }
    }
}
