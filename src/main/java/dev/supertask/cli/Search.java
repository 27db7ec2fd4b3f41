package dev.supertask.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import dev.supertask.problem.Nearest;
import dev.supertask.problem.Refusal;
import dev.supertask.run.RunId;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.wire.JobDetailJson;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.Question;
import dev.supertask.wire.RunDetailJson;
import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;

/// Finds the one job or run that a word means.
final class Search {
    /// Among so many runs a mistyped id is looked for.
    private static final int RECENT = 500;

    private Search() {}

    /// What a word means.
    sealed interface Found {
        /// The namespace that has it.
        NamespaceFolder folder();

        record OfJob(NamespaceFolder folder, JobDetailJson detail) implements Found {}

        record OfRun(NamespaceFolder folder, RunDetailJson detail) implements Found {}
    }

    /// The run of that id, else the job of that name.
    ///
    /// @throws Refusal if there is none, or more than one
    static Found find(Survey survey, String word) {
        String id = word.toUpperCase(Locale.ROOT);
        if (!RunId.isValid(id)) {
            return named(survey, word).orElseThrow(() -> unknown(survey, "job or run", word));
        }
        return run(survey, new RunId(id)).or(() -> named(survey, word))
                .orElseThrow(() -> unknownRun(survey, id));
    }

    /// The job of that name.
    ///
    /// @throws Refusal if there is none, or more than one
    static Found.OfJob job(Survey survey, String name) {
        return named(survey, name).orElseThrow(() -> unknown(survey, "job", name));
    }

    /// @throws Refusal if there is no job of that name
    static void requireJob(Survey survey, String name) {
        if (jobs(survey, name).isEmpty()) {
            throw unknown(survey, "job", name);
        }
    }

    /// A run that wrote something has a folder, which is quicker to find than the run in a database.
    private static Optional<Found> run(Survey survey, RunId id) {
        List<NamespaceFolder> wrote = survey.namespaces().stream()
                .filter(folder -> folder.runFolder(id).toFile().isDirectory()).toList();
        return run(survey, wrote, id).or(() -> run(survey, survey.namespaces(), id));
    }

    private static Optional<Found> run(Survey survey, List<NamespaceFolder> folders, RunId id) {
        return folders.stream()
                .<Found>flatMap(folder -> survey.ask(folder, new Question.OneRun(id.text())).stream()
                        .map(detail -> new Found.OfRun(folder, detail)))
                .findFirst();
    }

    private static Optional<Found.OfJob> named(Survey survey, String name) {
        List<Found.OfJob> all = jobs(survey, name);
        List<Found.OfJob> live = all.stream().filter(job -> job.detail().retiredAt() == null).toList();
        List<Found.OfJob> meant = live.isEmpty() ? all : live;
        if (meant.size() > 1) {
            throw Refusal.failed("job \"" + name + "\" is in " + meant.size() + " namespaces: "
                    + Selection.few(meant.stream().map(Found::folder).toList()), "choose one with --ns");
        }
        return meant.stream().findFirst();
    }

    private static List<Found.OfJob> jobs(Survey survey, String name) {
        return survey.namespaces().stream()
                .flatMap(folder -> survey.ask(folder, new Question.OneJob(name)).stream()
                        .map(detail -> new Found.OfJob(folder, detail)))
                .toList();
    }

    private static Refusal unknown(Survey survey, String what, String word) {
        List<String> names = survey.namespaces().stream()
                .flatMap(folder -> survey.ask(folder, new Question.Jobs()).stream()).map(JobJson::name)
                .toList();
        return refusal(survey, what, word, names, "list-jobs");
    }

    private static Refusal unknownRun(Survey survey, String id) {
        List<String> ids = NewestRuns.of(survey, new Question.Runs(List.of(), List.of(), null, RECENT))
                .stream()
                .map(RunJson::id).toList();
        return refusal(survey, "run", id, ids, "list-runs");
    }

    private static Refusal refusal(Survey survey, String what, String word, List<String> names,
            String listing) {
        @Nullable
        String hint = Nearest.hint(word, names);
        String remedy = survey.namespaces().isEmpty()
                ? Selection.emptyStore(survey.store())
                : Objects.requireNonNullElse(hint, "\"supertask " + listing + "\" shows what there is");
        return Refusal.failed("no " + what + " \"" + word + "\"", remedy);
    }
}
