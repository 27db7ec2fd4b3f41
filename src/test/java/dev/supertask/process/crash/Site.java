package dev.supertask.process.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.supertask.keeper.CrashPoint;
import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;
import dev.supertask.wire.Json;
import dev.supertask.wire.RunJson;

/// A world in which processes of the built program die, and what is found there afterwards.
final class Site {
    private final BuiltProgram program;
    private final InProcess asker;

    Site(Path folder) {
        program = new BuiltProgram(folder);
        asker = new InProcess(folder);
    }

    /// Writes a file into the working directory.
    Path write(String name, String text) throws IOException {
        return program.write(name, text);
    }

    /// The working directory.
    Path work() {
        return program.work();
    }

    /// Starts `supertask run`.
    RunningProgram run(String... options) throws IOException {
        return run(program, "", options);
    }

    /// Starts one that dies at the given point of its work, or whose keeper does.
    ///
    /// @param time the how manieth time it gets there
    RunningProgram runUntil(CrashPoint point, int time, String... options) throws IOException {
        String name = point.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return run(program.with("SUPERTASK_CRASH_AT", name + ":" + time), "", options);
    }

    /// Starts it behind words that a shell puts before it.
    RunningProgram runBehind(String words, String... options) throws IOException {
        return run(program, words, options);
    }

    /// Starts it in a terminal.
    RunningProgram runInTerminal(String... options) throws IOException {
        String[] arguments = Stream.concat(Stream.of("run"), Stream.of(options)).toArray(String[]::new);
        return program.startInTerminal(arguments);
    }

    // Without the launcher, whose search for changed sources would take longer than some lives here.
    private static RunningProgram run(BuiltProgram program, String words, String... options) throws IOException {
        Path dist = Path.of(BuiltProgram.launcher()).resolveSibling("target").resolve("dist");
        Path jar = dist.resolve(Files.readString(dist.resolve("current")).strip());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String text = "shift; exec " + words + " '" + java
                + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -jar '" + jar + "' run \"$@\"";
        return program.startBehind(List.of("sh", "-c", text, "sh"), options);
    }

    /// Kills a process, and returns when it is dead.
    static void kill(RunningProgram running) throws Exception {
        running.signal("KILL");
        running.result();
    }

    /// Ends a scheduler; its runs may end by themselves.
    static void end(RunningProgram running) throws Exception {
        running.signal("TERM");
        RunningProgram.Result result = running.result();
        assertEquals(143, result.exit(), result::err);
    }

    /// All runs of a namespace, oldest first.
    List<RunJson> runs(String namespace) {
        InProcess.Result result = asker.run("list-runs", "--ns", namespace, "--limit", "1000000", "--output", "json");
        assertEquals(0, result.exit(), result.err());
        return Json.readList(result.out(), RunJson.class).reversed();
    }

    /// The one run of a job.
    RunJson onlyRun(String namespace, String job) {
        List<RunJson> runs = runs(namespace).stream().filter(run -> run.job().equals(job)).toList();
        assertEquals(1, runs.size(), runs::toString);
        return runs.getFirst();
    }

    /// What an attempt of a run wrote.
    String log(RunJson run, int attempt) {
        Path log = program.store().resolve(run.namespace()).resolve("runs").resolve(run.id().substring(0, 5))
                .resolve(run.id()).resolve(attempt == 1 ? "log" : "log." + attempt);
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The processes of this world, the program's own and what it started.
    List<ProcFile> processes() {
        return ProcFile.all().filter(process -> process.mentions(program.folder().toString())).toList();
    }

    /// The living keepers of this world.
    List<Long> keepers() {
        return processes().stream().filter(process -> process.runs("dev.supertask.keeper.KeeperMain"))
                .map(ProcFile::pid).toList();
    }

    /// Waits for its keeper.
    long awaitKeeper() throws Exception {
        Waiting.until("there is one keeper", () -> keepers().size() == 1);
        return keepers().getFirst();
    }

    /// Ends everything in this world as a power cut does.
    void powerCut() throws Exception {
        Waiting.until("all is dead", () -> {
            processes().forEach(process -> ProcFile.kill(process.pid()));
            return processes().isEmpty();
        });
    }

    /// Waits until no process of this world lives, and sees that no socket is left.
    void nothingIsLeft() throws Exception {
        Waiting.until("no process is left of " + program.folder(), () -> processes().isEmpty());
        try (Stream<Path> files = Files.walk(program.folder().resolve("run"))) {
            assertEquals(List.of(), files.filter(Site::isSocket).toList());
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
