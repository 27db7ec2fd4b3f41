package dev.supertask.cli;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.supertask.keeper.TerminalDevice;
import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Refusal;
import dev.supertask.schedule.DurationText;
import dev.supertask.schedule.ScheduleSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `supertask top`.
@Command(name = "top", sortOptions = false, mixinStandardHelpOptions = true, description = {
        "Shows what runs, what waits and why, what is next, and what ended last; on a terminal again and again, until q or"
                + " Ctrl-C.",
        "", "When a run will end is told by the median of earlier ones that succeeded.",
        "In JSON, one object: at, namespaces, running, waiting, next, ended; running has elapsedMs, usualMs and expectedEnd"
                + " besides the fields of each run."}, footer = {"", "Examples:", "  supertask top",
                        "  supertask top --ns ops --interval 5s",
                        "  supertask top --output json | jq -r '.running[].job'"})
final class TopCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final int MOST = 10;
    private static final int MOST_FOR_PROGRAMS = 100;
    private static final int USUAL_WIDTH = 80;
    private static final int USUAL_HEIGHT = 24;

    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Option(names = "--interval", paramLabel = "DURATION", defaultValue = "1s", description = "How long until the next look; default: ${DEFAULT-VALUE}.")
    private String interval = "1s";

    @Option(names = {"-1",
            "--once"}, description = "Look once, print and end, as happens by itself where this is no terminal.")
    private boolean once;

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        Duration between = between();
        World world = program.world();
        boolean table = output.form() == OutputOption.Form.TABLE;
        int most = table ? MOST : MOST_FOR_PROGRAMS;
        Lookout lookout = new Lookout(world, () -> namespace.survey(program), namespace.given(), most);
        boolean live = table && !once && world.terminals().out() && !world.variable("TERM").equals("dumb");
        if (live) {
            return new LiveView(program, () -> screen(program, lookout), between).show().status();
        }
        return print(program, lookout.look());
    }

    private int print(SupertaskCommand program, Picture picture) {
        picture.problems().forEach(program.err()::println);
        Picture whole = new Picture(picture.at(), picture.namespaces(), List.of(), picture.most());
        if (output.form() == OutputOption.Form.TABLE) {
            int width = program.world().terminals().out() ? size(program.world()).columns() : Integer.MAX_VALUE;
            text(program, whole).lines(width, Integer.MAX_VALUE).forEach(program.out()::println);
        } else {
            new Results(program, output.form()).one(whole.tree(), Picture.COLUMNS, () -> new Sheet(program.ansi()));
        }
        return (picture.problems().isEmpty() ? ExitCode.GOOD : ExitCode.FAILED).status();
    }

    private List<String> screen(SupertaskCommand program, Lookout lookout) {
        Picture picture = lookout.look();
        TerminalDevice.Size size = size(program.world());
        return text(program, picture).lines(size.columns(), size.rows());
    }

    private PictureText text(SupertaskCommand program, Picture picture) {
        List<String> ids = picture.namespaces().stream().map(one -> one.namespace()).toList();
        return new PictureText(program, picture, id -> Selection.brief(id, ids));
    }

    /// What `COLUMNS` and `LINES` say, as everywhere; else the terminal itself, now: it may change.
    private static TerminalDevice.Size size(World world) {
        Optional<TerminalDevice.Size> told = TerminalDevice.size(1);
        return new TerminalDevice.Size(
                number(world.variable("COLUMNS"), told.map(TerminalDevice.Size::columns).orElse(USUAL_WIDTH)),
                number(world.variable("LINES"), told.map(TerminalDevice.Size::rows).orElse(USUAL_HEIGHT)));
    }

    private static int number(String variable, int otherwise) {
        return variable.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(variable) : otherwise;
    }

    private Duration between() {
        Duration between;
        try {
            between = DurationText.parse(interval);
        } catch (ScheduleSyntaxException e) {
            throw Refusal.mistake("\"" + interval + "\" is no duration for --interval",
                    "write one such as 1s or 500ms");
        }
        if (between.compareTo(SHORTEST) < 0) {
            throw Refusal.mistake("\"" + interval + "\" is too short for --interval",
                    "nobody sees more than at 100ms, the shortest");
        }
        return between;
    }
}
