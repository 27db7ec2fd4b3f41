package dev.supertask.cli;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.supertask.wire.Question;
import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `supertask list-runs`.
@Command(name = "list-runs", sortOptions = false, mixinStandardHelpOptions = true, description = "Lists runs, newest first.", footer = {
        "",
        "Examples:", "  supertask list-runs --job backup",
        "  supertask list-runs --state failed,lost --since 1d",
        "  supertask list-runs --job 'report-*' --limit 100 --output csv"})
final class ListRunsCommand implements Callable<Integer> {
    private static final int USUAL_LIMIT = 20;

    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Option(names = "--job", paramLabel = "JOB", description = "Only runs of this job; * stands for any characters. May be repeated.")
    private List<String> jobs = List.of();

    @Option(names = "--state", paramLabel = "STATE", description = "Only runs in this state, or one of several: failed,lost")
    private List<String> states = List.of();

    @Option(names = "--since", paramLabel = "TIME", description = "Only runs since then: 2h, 1d, 2026-11-24, 2026-11-24T03:00+01:00.")
    private @Nullable String since;

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        Instant from = since == null ? null : RunWords.since(since, program.world());
        Question.Runs wanted = new Question.Runs(jobs, RunWords.states(states), from, limit.or(USUAL_LIMIT));
        Survey survey = namespace.survey(program);
        List<RunJson> runs = NewestRuns.of(survey, wanted);
        refuseUnknownJobs(survey, runs);
        boolean all = jobs.isEmpty() && states.isEmpty() && from == null && wanted.limit() > 0;
        String nothing = all ? "no runs yet · \"supertask run\" makes some" : "no such runs";
        new Results(program, output.form()).list(runs, RunJson.class,
                () -> new RunRows(program.world()).table(runs, survey),
                runs.isEmpty() ? nothing + unknownPatterns(survey) : nothing);
        return survey.status();
    }

    /// A pattern is no mistake, whatever it fits; but where nothing is found it may be mistyped.
    private String unknownPatterns(Survey survey) {
        return jobs.stream().filter(job -> job.indexOf('*') >= 0).filter(job -> fitsNothing(survey, job))
                .map(job -> " · no job's name fits \"" + job + "\"").collect(Collectors.joining());
    }

    private static boolean fitsNothing(Survey survey, String pattern) {
        Question.Statistics jobs = new Question.Statistics(List.of(pattern), null, 0);
        return NewestRuns.of(survey, new Question.Runs(List.of(pattern), List.of(), null, 1)).isEmpty()
                && survey.namespaces().stream().allMatch(folder -> survey.ask(folder, jobs).isEmpty());
    }

    private void refuseUnknownJobs(Survey survey, List<RunJson> runs) {
        jobs.stream().filter(job -> job.indexOf('*') < 0)
                .filter(job -> runs.stream().noneMatch(run -> run.job().equals(job)))
                .forEach(job -> Search.requireJob(survey, job));
    }
}
