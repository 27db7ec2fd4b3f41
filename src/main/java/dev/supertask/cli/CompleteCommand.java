package dev.supertask.cli;

import java.util.List;
import java.util.Objects;

import dev.supertask.store.NamespaceFolder;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask complete`: what a shell's completion asks for, a word a line.
@Command(name = "complete", hidden = true, mixinStandardHelpOptions = true, description = "Lists words for the completion of a shell.", footer = {
        "", "Examples:", "  supertask complete jobs --ns ops"})
final class CompleteCommand implements Runnable {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "LIST", description = "namespaces or jobs.")
    private Wanted wanted = Wanted.NAMESPACES;

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    enum Wanted {
        NAMESPACES, JOBS
    }

    @Override
    public void run() {
        SupertaskCommand program = Objects.requireNonNull(root);
        List<String> words = switch (wanted) {
            // Their folders tell: no database is opened.
            case NAMESPACES -> program.store().namespaces().stream().map(NamespaceFolder::id).toList();
            case JOBS -> jobs(namespace.survey(program));
        };
        words.stream().distinct().sorted().forEach(program.out()::println);
    }

    private static List<String> jobs(Survey survey) {
        return survey.namespaces().stream().flatMap(folder -> survey.ask(folder, new Question.Jobs()).stream())
                .map(JobJson::name).toList();
    }
}
