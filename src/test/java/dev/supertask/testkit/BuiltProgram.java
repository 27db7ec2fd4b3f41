package dev.supertask.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The program as it was built and as users call it, in a world of its own: store, sockets, temporary files and
/// home lie in one folder, the working directory is another one in it.
///
/// @param folder the world
/// @param environment what is set besides
public record BuiltProgram(Path folder, Map<String, String> environment) {
    // Copies a terminal to standard output and standard input to a terminal; ends as the program in it ended.
    private static final String TERMINAL = """
            import os, pty, select, sys
            pid, master = pty.fork()
            if pid == 0:
                os.execvp(sys.argv[1], sys.argv[1:])
            sources = [0, master]
            while master in sources:
                for ready in select.select(sources, [], [])[0]:
                    try:
                        data = os.read(ready, 65536)
                    except OSError:
                        data = b''
                    if not data:
                        sources.remove(ready)
                    else:
                        os.write(1 if ready == master else master, data)
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) % 256)
            """;

    /// A world in a folder that is there.
    public BuiltProgram(Path folder) {
        this(folder, Map.of());
    }

    /// Makes the folders.
    public BuiltProgram {
        for (String name : List.of("run", "tmp", "home", "work")) {
            try {
                Files.createDirectories(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        environment = Map.copyOf(environment);
    }

    /// The launcher.
    public static String launcher() {
        return System.getProperty("supertask.launcher");
    }

    /// The working directory.
    public Path work() {
        return folder.resolve("work");
    }

    /// The store.
    public Path store() {
        return folder.resolve("store");
    }

    /// The same world with one more variable.
    public BuiltProgram with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new BuiltProgram(folder, more);
    }

    /// Writes a file into the working directory.
    public Path write(String name, String text) throws IOException {
        return Files.writeString(work().resolve(name), text);
    }

    /// Runs the program to its end, with nothing on standard input.
    public RunningProgram.Result run(String... arguments) throws Exception {
        try (RunningProgram program = start(arguments)) {
            program.endInput();
            return program.result();
        }
    }

    /// Starts the program.
    public RunningProgram start(String... arguments) throws IOException {
        return startBehind(List.of(), arguments);
    }

    /// Starts the program in a terminal of its own; what is typed goes there, and what it shows is the output.
    public RunningProgram startInTerminal(String... arguments) throws IOException {
        Engines.require("python3");
        return startBehind(List.of("python3", "-c", TERMINAL), arguments);
    }

    /// Starts shell text in a terminal of its own; the program is on the `PATH` there.
    public RunningProgram startShellInTerminal(String text) throws IOException {
        Engines.require("python3");
        return command(List.of("python3", "-c", TERMINAL, "bash", "-c", text));
    }

    /// Starts the program behind another one, such as `timeout 3`.
    public RunningProgram startBehind(List<String> wrapper, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(wrapper);
        words.add(launcher());
        words.addAll(List.of(arguments));
        return command(words);
    }

    /// Runs shell text; the program is on the `PATH` there.
    public RunningProgram.Result shell(String text) throws Exception {
        try (RunningProgram program = command(
                List.of("bash", "-c", text))) {
            program.endInput();
            return program.result();
        }
    }

    private Path bin() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path link = bin.resolve("supertask");
        return Files.exists(link)
                ? bin
                : Files.createSymbolicLink(link, Path.of(launcher()).toAbsolutePath()).getParent();
    }

    private RunningProgram command(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(work().toFile());
        Map<String, String> env = builder.environment();
        env.keySet().removeIf(name -> name.startsWith("SUPERTASK_") || name.equals("NO_COLOR"));
        env.put("SUPERTASK_STORE", store().toString());
        env.put("PATH", bin() + ":" + env.get("PATH"));
        env.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        env.put("TMPDIR", folder.resolve("tmp").toString());
        env.put("HOME", folder.resolve("home").toString());
        env.put("TZ", "UTC");
        env.putAll(environment);
        return new RunningProgram(builder.start());
    }
}
