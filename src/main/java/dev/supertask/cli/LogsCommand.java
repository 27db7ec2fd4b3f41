package dev.supertask.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

import dev.supertask.problem.Refusal;
import dev.supertask.run.RunId;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.wire.Question;
import dev.supertask.wire.RunDetailJson;
import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask logs`.
@Command(name = "logs", sortOptions = false, mixinStandardHelpOptions = true, description = "Writes what a run wrote, byte for byte; of a job its last run.", footer = {
        "", "Examples:",
        "  supertask logs backup", "  supertask logs -f --tail 20 backup",
        "  supertask logs 01KAV4Z8S0M6Q2W0V4T8N3R5XY > log"})
final class LogsCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "JOB|RUN", description = "A job's name or a run's id.")
    private String word = "";

    @Option(names = {"-f",
            "--follow"}, description = "Go on until the run has ended, with its next attempt where it is tried again.")
    private boolean follow;

    @Option(names = "--tail", paramLabel = "N", description = "Only the last N lines of what is there.")
    private @Nullable Integer tail;

    @Option(names = "--attempt", paramLabel = "N", description = "Another attempt than the last one.")
    private @Nullable Integer attempt;

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        if (tail != null && tail < 0) {
            throw Refusal.mistake("--tail " + tail + " is under 0", "--tail 10 shows the last ten lines");
        }
        Survey survey = namespace.survey(program);
        Search.Found found = Search.find(survey, word);
        List<RunDetailJson> runs = switch (found) {
            case Search.Found.OfRun run -> List.of(run.detail());
            case Search.Found.OfJob job ->
                survey.ask(job.folder(), new Question.LastRun(job.detail().job().name()));
        };
        if (runs.isEmpty()) {
            program.tell("job \"" + word + "\" has not run yet · \"supertask show " + word
                    + "\" says when it will");
            return survey.status();
        }
        write(program, survey, found.folder(), runs.getFirst().run());
        return survey.status();
    }

    private void write(SupertaskCommand program, Survey survey, NamespaceFolder folder, RunJson run) {
        int first = Math.max(1, attempt(run));
        Path file = folder.log(new RunId(run.id()), first);
        IntFunction<LogCopy> logs = number -> {
            LogCopy copy = new LogCopy(folder.log(new RunId(run.id()), number), program.world().out());
            if (tail != null && number == first) {
                copy.skipToTail(tail);
            }
            return copy;
        };
        long written = follow
                ? new LogFollowing(logs,
                        () -> survey.ask(folder, new Question.OneRun(run.id())).stream().findFirst()
                                .map(RunDetailJson::run).orElse(null),
                        attempt == null ? program::tell : null).follow(first)
                : logs.apply(first).more();
        if (written == 0 && file.toFile().length() == 0) {
            program.tell("run " + run.id() + " of job \"" + run.job() + "\" wrote nothing (" + run.state()
                    + (run.reason() == null ? "" : ": " + run.reason()) + ")");
        }
    }

    private int attempt(RunJson run) {
        if (attempt == null) {
            return run.attempt();
        }
        if (attempt < 1 || attempt > run.attempt()) {
            throw Refusal.failed("run " + run.id() + " has no attempt " + attempt,
                    "it has " + Prose.count(run.attempt(), "attempt"));
        }
        return attempt;
    }
}
