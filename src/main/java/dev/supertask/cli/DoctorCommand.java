package dev.supertask.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.supertask.problem.ExitCode;
import dev.supertask.wire.FindingJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `supertask doctor`.
@Command(name = "doctor", sortOptions = false, mixinStandardHelpOptions = true, description = "Looks at the store, the clock and the machine, and says what to mend. Changes nothing.", footer = {
        "", "Examples:", "  supertask doctor", "  supertask doctor --store /srv/jobs --output json"})
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        List<Finding> findings = Stream.of(new StoreChecks(program.store()).findings(),
                new SocketChecks(program.sockets()).findings(), ClockChecks.findings(program.world()),
                Platform.current().findings(), Interpreters.findings(program.world())).flatMap(List::stream)
                .toList();
        new Results(program, output.form()).list(findings.stream().map(Finding::json).toList(),
                FindingJson.class,
                () -> table(findings), "nothing was looked at");
        boolean problem = findings.stream().anyMatch(finding -> finding.result() == Finding.Result.PROBLEM);
        return problem ? ExitCode.FAILED.status() : ExitCode.GOOD.status();
    }

    private static Table table(List<Finding> findings) {
        Table table = new Table(List.of("check", "result", "finding"));
        findings.forEach(finding -> table.row(List.of(Cell.of(finding.check()), finding.cell(),
                Cell.of(finding.remedy() == null
                        ? finding.text()
                        : finding.text() + " · " + finding.remedy()))));
        return table;
    }
}
