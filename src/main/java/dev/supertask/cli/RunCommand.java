package dev.supertask.cli;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.supertask.problem.Refusal;
import dev.supertask.schedule.DurationText;
import dev.supertask.schedule.ScheduleSyntaxException;
import dev.supertask.scheduler.SchedulerLoop.Farewell;
import dev.supertask.store.StoreFolder;
import dev.supertask.store.TextCopies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `supertask run`: decides what is meant to run, and runs it.
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false, description = "Runs a timetable in the foreground, until Ctrl-C or until nothing is left to do.", footer = {
        "", "Examples:", "  supertask run                              ./supertask.yaml",
        "  supertask run --file timetable.yaml --follow-output",
        "  supertask run --file task.py --when=@daily a program, with or without a header that says when",
        "  supertask run -- cmd:echo hello            now, once; its exit code is this one's",
        "  supertask run --command 'echo a | tr a b'  shell text",
        "  supertask run --when=@daily --name=tidy -- cmd:find /tmp -mtime +7 -delete",
        "  supertask run --stored --ns ops            the jobs that are stored already", "",
        "The word before the first colon says what the command is: cmd (the default), python, node, file."})
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--file", paramLabel = "FILE", description = "A timetable, a crontab or a task file: a path, an http or https URL, or - for standard input. May be repeated.")
    private List<String> files = List.of();

    @Option(names = "--command", paramLabel = "TEXT", description = "An inline command, as shell text.")
    private @Nullable String command;

    @Option(names = "--when", paramLabel = "SCHEDULE", description = "When the inline command or the task file runs: cron text, @daily, @every 90s, at …; default: once, now; of a file, what its header says. "
            + "May be repeated.")
    private List<String> when = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "The inline command's job name; default: inline.")
    private String name = "inline";

    @Option(names = "--exec", description = "Split the inline text into words and run them without a shell.")
    private boolean exec;

    @Option(names = "--ns", paramLabel = "NS", description = "The namespace; default: the timetable's, else one "
            + "of its own.")
    private @Nullable String ns;

    @Option(names = "--stored", description = "No text: run the stored jobs of --ns.")
    private boolean stored;

    @Option(names = "--adopt", description = "Take over a namespace that belongs to another timetable.")
    private boolean adopt;

    @Option(names = "--grace", paramLabel = "DURATION", defaultValue = "10s", description = "How long runs may go on after Ctrl-C; default: ${DEFAULT-VALUE}.")
    private String grace = "10s";

    @Option(names = "--detach-jobs", description = "Leave what runs alone when this ends; the next run takes it over.")
    private boolean detachJobs;

    @Option(names = "--follow-output", description = "Show what the jobs write.")
    private boolean followOutput;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "After --: an inline command; several words are run as they are, one is shell text.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        SupertaskCommand supertask = Objects.requireNonNull(root);
        refuseStrayWords();
        boolean inline = command != null || !words.isEmpty();
        if ((inline ? 1 : 0) + (files.isEmpty() ? 0 : 1) + (stored ? 1 : 0) > 1
                || (command != null && !words.isEmpty())) {
            throw Refusal.mistake("more than one thing to run",
                    "give one of --file, --command, -- WORDS or --stored");
        }
        if (!inline && ((!when.isEmpty() && files.isEmpty()) || exec)) {
            throw Refusal.mistake((exec ? "--exec" : "--when") + " belongs to an inline command",
                    "write the command after --, such as: -- cmd:echo hello");
        }
        Namespaces namespaces = new Namespaces(supertask.world(), ns);
        if (inline) {
            Inline text = Inline.of(supertask.world(), command, words, exec, name, when);
            return text.once()
                    ? new InlineOnce(supertask, namespaces).run(text)
                    : scheduled(supertask)
                            .run(List.of(JobsToRun.inline(text, namespaces)));
        }
        return scheduled(supertask).run(stored
                ? List.of(JobsToRun.stored(supertask.store(), ns))
                : Progress.during(supertask, "reading the timetable",
                        () -> JobsToRun.files(supertask.world(), files, namespaces, adopt,
                                when.isEmpty() ? List.of() : Inline.schedules(when), copies(supertask))));
    }

    private static @Nullable TextCopies copies(SupertaskCommand supertask) {
        StoreFolder store = supertask.store();
        return store.inMemory() ? null : TextCopies.of(store);
    }

    private ScheduledRun scheduled(SupertaskCommand supertask) {
        return new ScheduledRun(supertask, new Farewell(graceDuration(), detachJobs), followOutput);
    }

    private Duration graceDuration() {
        try {
            return DurationText.parse(grace);
        } catch (ScheduleSyntaxException e) {
            throw Refusal.mistake("--grace " + e.getMessage(), "write a duration such as 10s or 2m");
        }
    }

    /// Words are a command only behind `--`: a timetable's name typed without `--file` is no command.
    private void refuseStrayWords() {
        List<String> typed = Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs();
        int dashes = typed.indexOf("--");
        int behind = dashes < 0 ? 0 : typed.size() - dashes - 1;
        if (dashes >= 0 && behind == 0) {
            // As of an empty variable: running ./supertask.yaml instead would surprise.
            throw Refusal.mistake("there is nothing behind --", "write the command there, such as: -- cmd:echo hello");
        }
        if (words.size() > behind) {
            String word = words.getFirst();
            throw Refusal.mistake("unexpected word \"" + word + "\"",
                    "--file " + word + " runs a timetable, -- " + word + " runs a command");
        }
    }
}
