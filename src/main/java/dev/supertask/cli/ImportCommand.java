package dev.supertask.cli;

import java.util.List;
import java.util.Objects;

import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.timetable.CrontabText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `supertask import`.
@Command(name = "import", sortOptions = false, mixinStandardHelpOptions = true, description = "Writes a timetable that says the same as a crontab, and what could not be said to standard error.", footer = {
        "", "Examples:", "  crontab -l | supertask import --crontab - > supertask.yaml",
        "  supertask import --crontab /etc/crontab", "",
        "A crontab also runs as it is: supertask run --file FILE."})
final class ImportCommand implements Runnable {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Option(names = "--crontab", paramLabel = "FILE", description = "The crontab; - reads standard input.")
    private @Nullable String crontab;

    @Option(names = "--system", description = "A user's name stands before each command, as in /etc/crontab and /etc/cron.d, where this need not be said.")
    private boolean system;

    @Override
    public void run() {
        SupertaskCommand program = Objects.requireNonNull(root);
        if (crontab == null) {
            throw Refusal.mistake("there is nothing to import",
                    "name a crontab: --crontab FILE, or - for standard input");
        }
        TimetableFile read = TimetableFile.crontab(program.world(), crontab, system);
        List<Problem> warnings = read.timetable().warnings();
        warnings.forEach(warning -> program.err().println(Prose.problem(warning)));
        program.out().print(CrontabText.write(read.timetable(), crontab.equals("-") ? "<stdin>" : crontab,
                TimetableFile.around(program.world(), null)));
        program.out().flush();
        program.tell(Prose.count(read.timetable().jobs().size(), "job") + " imported; unlike cron, an occurrence is "
                + "skipped while the job still runs");
    }
}
