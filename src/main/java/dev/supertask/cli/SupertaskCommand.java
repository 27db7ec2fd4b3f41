package dev.supertask.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;

import dev.supertask.keeper.NativePath;
import dev.supertask.problem.Refusal;
import dev.supertask.socket.Door;
import dev.supertask.socket.Machine;
import dev.supertask.socket.SocketFolder;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.store.StoreFolder;
import dev.supertask.wire.JsonDocuments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `supertask`: the options that every command has, and what is built from them.
@Command(name = "supertask", versionProvider = Version.class, mixinStandardHelpOptions = true, sortOptions = false, subcommands = {
        RunCommand.class, ListNamespacesCommand.class, ListJobsCommand.class, ListRunsCommand.class,
        StatsCommand.class, TopCommand.class, ShowCommand.class, LogsCommand.class, NextCommand.class,
        ExplainCommand.class,
        WhyCommand.class,
        ValidateCommand.class, SchemaCommand.class, ConvertCommand.class, InitCommand.class, ImportCommand.class,
        InstallServiceCommand.class,
        CompletionCommand.class, CompleteCommand.class, ManCommand.class,
        DoctorCommand.class}, description = "Runs jobs at their times, records every run, and can say why one did not run.", footer = {
                "", "Examples:", "  supertask init && supertask run          write ./supertask.yaml and run it",
                "  supertask run --file timetable.yaml      run another timetable until Ctrl-C",
                "  supertask run --when=@daily -- cmd:echo hello",
                "  supertask list-jobs                      what is planned, what ran",
                "  supertask logs backup                    what the last run of a job wrote"})
final class SupertaskCommand implements Runnable {
    private final World world;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--store", scope = ScopeType.INHERIT, paramLabel = "DIR", description = "Where everything that lasts is kept; memory: for nowhere. Also SUPERTASK_STORE.")
    private @Nullable String store;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces and what goes on inside.")
    private boolean debug;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Only mistakes and results.")
    private boolean quiet;

    @Option(names = "--color", scope = ScopeType.INHERIT, paramLabel = "WHEN", defaultValue = "auto", description = "auto, always or never; NO_COLOR is obeyed.")
    private ColorChoice color = ColorChoice.AUTO;

    enum ColorChoice {
        AUTO, ALWAYS, NEVER
    }

    private final TemporaryFolder temporary;

    /// @param temporary for what is kept nowhere
    SupertaskCommand(World world, TemporaryFolder temporary) {
        this.world = world;
        this.temporary = temporary;
    }

    @Override
    public void run() {
        line().usage(out());
    }

    private CommandLine line() {
        return spec().commandLine();
    }

    /// The program's commands and options.
    CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }

    /// Where results go.
    PrintWriter out() {
        return line().getOut();
    }

    /// Where messages go.
    PrintWriter err() {
        return line().getErr();
    }

    /// Says something that is no result, unless it is to be quiet.
    void tell(String line) {
        if (!quiet) {
            err().println("supertask: " + line);
        }
    }

    World world() {
        return world;
    }

    boolean debug() {
        return debug;
    }

    boolean quiet() {
        return quiet;
    }

    /// Whether results are coloured.
    Ansi ansi() {
        return ansi(world.terminals().out());
    }

    /// Whether what goes to standard error is coloured.
    Ansi ansiOfMessages() {
        return ansi(world.terminals().err());
    }

    private Ansi ansi(boolean terminal) {
        boolean auto = terminal && world.variable("NO_COLOR").isEmpty() && !world.variable("TERM").equals("dumb");
        return color == ColorChoice.ALWAYS || (color == ColorChoice.AUTO && auto) ? Ansi.ON : Ansi.OFF;
    }

    /// The store that the options and the environment name; see §3 of the design for the order.
    StoreFolder store() {
        String named = store != null ? store : world.variable("SUPERTASK_STORE");
        if (named.equals("memory:")) {
            return new StoreFolder(temporary.path(), new JsonDocuments(), true);
        }
        Path folder = named.isEmpty() ? defaultStore() : world.resolve(named);
        if (!NativePath.isUtf8(folder)) {
            // The database can only be told its name as text.
            throw Refusal.mistake("the name of the store's folder \"" + folder + "\" is not UTF-8",
                    "name another one with --store or SUPERTASK_STORE");
        }
        return new StoreFolder(folder, new JsonDocuments(), false);
    }

    private Path defaultStore() {
        if (!world.variable("STATE_DIRECTORY").isEmpty()) {
            return NativePath.of(world.variable("STATE_DIRECTORY"));
        }
        if (world.user().equals("root")) {
            return Path.of("/var/lib/supertask");
        }
        String state = world.variable("XDG_STATE_HOME");
        Path base = state.isEmpty() ? home().resolve(".local/state") : NativePath.of(state);
        return world.workingDir().resolve(base).resolve("supertask");
    }

    private Path home() {
        String home = world.variable("HOME");
        // Without the variable, what the system knows of this user.
        return NativePath.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /// The way to the namespaces of a store.
    Door door(StoreFolder folder) {
        Machine machine = new Machine(world.host(), ProcessIdentity.current(), world.clock(), world.zone());
        return new Door(machine, sockets(), folder.inMemory());
    }

    /// Where schedulers listen.
    SocketFolder sockets() {
        return SocketFolder.of(world.environment(), Path.of(System.getProperty("java.io.tmpdir")), world.user());
    }
}
