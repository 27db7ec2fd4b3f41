package dev.supertask.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import dev.supertask.keeper.Orphans;
import dev.supertask.launch.OwnArguments;
import picocli.CommandLine;

/// The program. [#main] only exits.
public final class Main {
    private Main() {}

    /// Runs the program and ends the process with its exit status.
    public static void main(String[] args) {
        Orphans.reapIfFirstProcess();
        System.exit(run(RealWorld.find(), OwnArguments.read(args)));
    }

    /// Runs the program.
    ///
    /// @return the exit status
    public static int run(World world, String... args) {
        try (TemporaryFolder temporary = new TemporaryFolder(world)) {
            return run(world, new SupertaskCommand(world, temporary), args);
        }
    }

    private static int run(World world, SupertaskCommand root, String... args) {
        PrintWriter out = writer(world.out());
        PrintWriter err = writer(world.err());
        CommandLine line = new CommandLine(root).setOut(out).setErr(err).setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true)
                .setAbbreviatedOptionsAllowed(false)
                .setOverwrittenOptionsAllowed(false).setColorScheme(CommandLine.Help.defaultColorScheme(root.ansi()))
                .setParameterExceptionHandler(new UsageMistakes()).setExecutionExceptionHandler(new Failures(root));
        try {
            return line.execute(args);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// For faults of ours, and for `--debug`.
    static void printStackTrace(Throwable failure, PrintWriter err) {
        failure.printStackTrace(err);
    }

    /// UTF-8 whatever the locale says: our own words hold more than ASCII.
    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
