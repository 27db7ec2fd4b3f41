package dev.supertask.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.supertask.operations.ListNamespaces;
import dev.supertask.wire.NamespaceJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `supertask list-namespaces`.
@Command(name = "list-namespaces", sortOptions = false, mixinStandardHelpOptions = true, description = "Lists whose jobs the store holds, and who runs them.", footer = {
        "", "Examples:", "  supertask list-namespaces", "  supertask list-namespaces --limit 5",
        "  supertask list-namespaces --output json"})
final class ListNamespacesCommand implements Callable<Integer> {
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
        Survey survey = namespace.survey(program);
        List<NamespaceJson> found = ListNamespaces.answer(survey.namespaces()).stream()
                .limit(limit.or(Integer.MAX_VALUE))
                .map(view -> NamespaceJson.of(view, program.world().zone())).toList();
        new Results(program, output.form()).list(found, NamespaceJson.class,
                () -> table(found, program.world()),
                "no namespaces yet · \"supertask run\" makes one");
        return survey.status();
    }

    private static Table table(List<NamespaceJson> namespaces, World world) {
        Table table = new Table(List.of("id", "title", "jobs", "running", "origin"));
        for (NamespaceJson each : namespaces) {
            table.row(List.of(Cell.of(each.id()), each.title().isEmpty() ? Cell.NONE : Cell.of(each.title()),
                    Cell.of(Integer.toString(each.jobs())), running(each.owner(), world),
                    Cell.of(origin(each.origin(), world))));
        }
        return table;
    }

    private static Cell running(NamespaceJson.@Nullable OwnerJson owner, World world) {
        return owner == null
                ? Cell.NONE
                : Cell.of("pid " + owner.pid() + " since "
                        + Prose.time(owner.since().toInstant(), world.zone()));
    }

    /// Who is not worth a word where it is who asks.
    private static String origin(NamespaceJson.OriginJson origin, World world) {
        boolean mine = origin.host().equals(world.host()) && origin.user().equals(world.user());
        return mine
                ? origin.resource()
                : origin.resource() + " (" + origin.user() + "@" + origin.host() + ")";
    }
}
