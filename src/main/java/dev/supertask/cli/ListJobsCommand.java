package dev.supertask.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.supertask.store.NamespaceFolder;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `supertask list-jobs`.
@Command(name = "list-jobs", sortOptions = false, mixinStandardHelpOptions = true, description = "Lists the jobs: when each runs next and how it went last.", footer = {
        "", "Examples:", "  supertask list-jobs", "  supertask list-jobs --ns ops",
        "  supertask list-jobs --output json | jq -r '.[] | select(.enabled) | .name'"})
final class ListJobsCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        int most = limit.or(Integer.MAX_VALUE);
        Survey survey = namespace.survey(program);
        List<JobJson> found = new ArrayList<>();
        for (NamespaceFolder folder : survey.namespaces()) {
            if (found.size() < most) {
                found.addAll(survey.ask(folder, new Question.Jobs()));
            }
        }
        List<JobJson> jobs = found.stream().limit(most).toList();
        new Results(program, output.form()).list(jobs, JobJson.class,
                () -> new JobRows(program.world(), survey).table(jobs),
                "no jobs yet · \"supertask init && supertask run\" starts some");
        return survey.status();
    }
}
