package dev.supertask.cli;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.supertask.wire.Columns;
import dev.supertask.wire.Json;
import dev.supertask.wire.Question;
import dev.supertask.wire.StatisticsJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask stats`.
@Command(name = "stats", sortOptions = false, mixinStandardHelpOptions = true, description = {
        "Tells how the newest runs of jobs went: how many succeeded, how long they took, how late they were.", "",
        "The success rate leaves out what was skipped or missed. Durations are those of runs that succeeded, lateness of those"
                + " that their schedule triggered in time; p99 is the time within which 99 of 100 stayed.",
        "In JSON: namespace, job, runs, since, a count for each state, retried, successRate (0 to 1), durationMs and"
                + " latenessMs with p50, p90, p99 and max in milliseconds, lastFailure, and lastRuns, the states of the"
                + " last thirty, oldest first.",
        "",
        "The last runs, oldest first: . succeeded, F failed, T timed-out, S stopped, L lost, - skipped, m missed, q queued,"
                + " > running."}, footer = {"", "Examples:", "  supertask stats",
                        "  supertask stats backup --since 30d", "  supertask stats 'report-*' --output csv"})
final class StatsCommand implements Callable<Integer> {
    /// Of all jobs together this must be quick, too.
    private static final int OF_MANY = 100;
    private static final int OF_ONE = 1000;
    /// What a scheduler may be made to read for one job.
    private static final int SINCE = 100_000;

    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(arity = "0..1", paramLabel = "JOB", description = "A job's name; * stands for any characters. Without: all of them, a line each.")
    private @Nullable String job;

    @Option(names = "--since", paramLabel = "TIME", description = "Only runs since then: 2h, 1d, 2026-11-24, 2026-11-24T03:00+01:00.")
    private @Nullable String since;

    @Option(names = "--limit", paramLabel = "N", description = "Only the newest N runs of each job: 100, of one JOB 1000, with --since 100000.")
    private @Nullable Integer limit;

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        Question.Statistics wanted = wanted(program);
        Survey survey = namespace.survey(program);
        List<StatisticsJson> found = survey.namespaces().stream()
                .flatMap(folder -> survey.ask(folder, wanted).stream()).toList();
        if (isOne()) {
            one(program, survey, found);
        } else {
            all(program, survey, found);
        }
        return survey.status();
    }

    private boolean isOne() {
        return job != null && job.indexOf('*') < 0;
    }

    private Question.Statistics wanted(SupertaskCommand program) {
        Instant from = since == null ? null : RunWords.since(since, program.world());
        int usual = from != null ? SINCE : isOne() ? OF_ONE : OF_MANY;
        return new Question.Statistics(job == null ? List.of() : List.of(job), from,
                LimitOption.checked(limit, usual));
    }

    private void one(SupertaskCommand program, Survey survey, List<StatisticsJson> found) {
        StatisticsJson one = found.size() == 1 ? found.getFirst() : chosen(survey, found);
        new Results(program, output.form()).one(Json.object(one), Columns.of(StatisticsJson.class),
                () -> new StatsSheet(program, one).sheet());
    }

    /// Of several, the one that is not retired; none or more than one is refused.
    private StatisticsJson chosen(Survey survey, List<StatisticsJson> found) {
        String id = Search.job(survey, Objects.requireNonNull(job)).folder().id();
        return found.stream().filter(one -> one.namespace().equals(id)).findFirst().orElseThrow();
    }

    private void all(SupertaskCommand program, Survey survey, List<StatisticsJson> found) {
        new Results(program, output.form()).list(found, StatisticsJson.class, () -> new StatsRows(survey).table(found),
                job == null ? "no jobs yet · \"supertask init && supertask run\" starts some" : noneFits(job));
        List<String> states = found.stream().flatMap(one -> StatsRows.last(one.lastRuns()).stream()).toList();
        if (output.form() == OutputOption.Form.TABLE && !states.isEmpty()) {
            Cell legend = Strip.legend(states.stream());
            program.out().println(legend.rendered(program.ansi(), legend.text()));
        }
    }

    private static String noneFits(String pattern) {
        return "no job's name fits \"" + pattern + "\"";
    }
}
