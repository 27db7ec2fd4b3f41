package dev.supertask.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.supertask.cli.Main;
import dev.supertask.cli.World;

/// Runs commands as a user would, in this process: Ada on the machine web1 in Berlin, whose store is the
/// folder `store` of her working folder. It is noon in London on 2026-11-24.
///
/// @param folder her working folder
/// @param clock the time
/// @param environment variables besides `PATH`
/// @param input what stands on standard input
/// @param terminal whether the standard streams are terminals
public record Cli(Path folder, SettableClock clock, Map<String, String> environment, String input, boolean terminal) {
    /// Where Ada is.
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /// When she is there, unless a test moves the clock.
    public static final String NOW = "2026-11-24T12:00:00Z";

    /// What a command answered.
    ///
    /// @param bytes standard output, a character for each byte
    public record Answer(int exit, String bytes, String err) {
        /// Standard output, as text.
        public String out() {
            return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /// A command line in a working folder.
    public static Cli in(Path folder) {
        Path sockets = folder.resolve("sockets");
        try {
            Files.createDirectories(sockets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cli(folder, new SettableClock(NOW),
                Map.of("XDG_RUNTIME_DIR", sockets.toString(), "SUPERTASK_STORE", "store", "PATH", "/usr/bin:/bin"),
                "", false);
    }

    /// The same with something on standard input.
    public Cli withInput(String text) {
        return new Cli(folder, clock, environment, text, terminal);
    }

    /// The same on a terminal of some width.
    public Cli onTerminal(int columns) {
        Map<String, String> more = new HashMap<>(environment);
        more.put("COLUMNS", Integer.toString(columns));
        return new Cli(folder, clock, more, input, true);
    }

    /// The same with another variable.
    public Cli with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Cli(folder, clock, more, input, terminal);
    }

    /// Makes it another time, for all that runs here from now on.
    public void at(String instant) {
        clock.set(Instant.parse(instant));
    }

    /// Her store.
    public Path store() {
        return folder.resolve("store");
    }

    /// Runs a command.
    public Answer run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        World world = new World(environment, folder, clock, ZONE, "ada", "web1",
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err,
                new World.Terminals(terminal, terminal, terminal));
        int exit = Main.run(world, args);
        return new Answer(exit, out.toString(StandardCharsets.ISO_8859_1), err.toString(StandardCharsets.UTF_8));
    }

    /// Runs a command that is written with spaces between its words.
    public Answer line(String command) {
        return run(Stream.of(command.split(" +")).toArray(String[]::new));
    }
}
