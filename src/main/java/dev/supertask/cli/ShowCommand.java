package dev.supertask.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.supertask.wire.Columns;
import dev.supertask.wire.JobDetailJson;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.Json;
import dev.supertask.wire.RunDetailJson;
import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask show`.
@Command(name = "show", sortOptions = false, mixinStandardHelpOptions = true, description = "Shows everything about one job or one run.", footer = {
        "", "Examples:", "  supertask show backup", "  supertask show --ns ops backup --output yaml",
        "  supertask show 01KAV4Z8S0M6Q2W0V4T8N3R5XY"})
final class ShowCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "JOB|RUN", description = "A job's name or a run's id.")
    private String word = "";

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        Survey survey = namespace.survey(program);
        Results results = new Results(program, output.form());
        switch (Search.find(survey, word)) {
            case Search.Found.OfJob job -> results.one(flat(job.detail(), "job"),
                    columns(JobJson.class, JobDetailJson.class, "job."),
                    () -> new JobSheet(program, job).sheet());
            case Search.Found.OfRun run -> results.one(flat(run.detail(), "run"),
                    columns(RunJson.class, RunDetailJson.class, "run."),
                    () -> new RunSheet(program, run.detail()).sheet());
        }
        return survey.status();
    }

    private static Map<String, @Nullable Object> flat(Record detail, String member) {
        return Json.flat(detail, member);
    }

    private static List<String> columns(Class<? extends Record> own, Class<? extends Record> detail,
            String prefix) {
        return Stream.concat(Columns.of(own).stream(),
                Columns.of(detail).stream().filter(column -> !column.startsWith(prefix))).toList();
    }
}
