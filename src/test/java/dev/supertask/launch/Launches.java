package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.ProcessSettings;
import dev.supertask.job.Step;
import dev.supertask.keeper.LogForm;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.run.Trigger;

/// Makes launches in a folder, launches them, and looks at processes.
final class Launches implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Random RANDOM = new Random(7);

    final ProcessLauncher launcher = new ProcessLauncher(InstantSource.fixed(NOW));
    private final Path folder;

    Launches(Path folder) {
        this.folder = folder;
    }

    Launch of(String... words) {
        return with(Map.of(), words);
    }

    Launch shell(String text) {
        return of("/bin/sh", "-c", text);
    }

    Launch with(Map<String, String> env, String... words) {
        return launch(folder, env, words);
    }

    Launch in(Path workingDir, String... words) {
        return launch(workingDir, Map.of(), words);
    }

    private Launch launch(Path workingDir, Map<String, String> more, String... words) {
        RunId run = RunId.create(NOW, RANDOM);
        Map<String, String> env = new LinkedHashMap<>(
                Map.of("PATH", System.getenv("PATH"), "SUPERTASK_RUN_ID",
                        run.text()));
        env.putAll(more);
        return new Launch(run, 1, new Command(List.of(words), env, workingDir), log(run));
    }

    /// Shell text whose log is kept in a form.
    Launch logged(LogForm form, String text) {
        Launch plain = shell(text);
        return new Launch(plain.run(), 1, plain.command(), plain.log(), form);
    }

    /// Shell text that is run as a step with settings would be.
    Launch as(ProcessSettings settings, String text) throws UnlaunchableException {
        RunId run = RunId.create(NOW, RANDOM);
        Step step = new Step(new Payload.Shell(text), new Place.ThisMachine(folder, Map.of(), settings));
        RunFacts facts = new RunFacts("ops", "backup", run, 1, Trigger.MANUAL, null, ZoneId.of("UTC"), null);
        return new Launch(run, 1, Commands.of(step, Map.of("PATH", "/bin:/usr/bin", "HOME", "/home/ada"), facts),
                log(run));
    }

    Path log(RunId run) {
        return folder.resolve("runs").resolve(run.text()).resolve("log");
    }

    /// Launches it and says how it ended.
    Outcome run(Launch launch) {
        RecordingWatcher watcher = new RecordingWatcher();
        launcher.launch(launch, watcher);
        return watcher.outcome();
    }

    /// Launches it and returns once its log has that many lines.
    RecordingWatcher start(Launch launch, int lines) {
        return start(launcher, launch, lines);
    }

    /// Launches it elsewhere and returns once its log has that many lines.
    static RecordingWatcher start(Launcher launcher, Launch launch, int lines) {
        RecordingWatcher watcher = new RecordingWatcher();
        launcher.launch(launch, watcher);
        until(() -> output(launch).lines().count() >= lines);
        return watcher;
    }

    static String output(Launch launch) {
        try {
            return Files.exists(launch.log()) ? Files.readString(launch.log()) : "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it never came to be");
            LockSupport.parkNanos(2_000_000);
        }
    }

    /// Whether a process lives. A zombie does not: whoever should wait for it may be slow.
    static boolean lives(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .noneMatch(line -> line.startsWith("State:\tZ") || line.startsWith("State:\tX"));
        } catch (IOException gone) {
            return false;
        }
    }

    /// The number on a line of the output.
    static long pid(Launch launch, int line) {
        String text = output(launch).lines().toList().get(line);
        return Long.parseLong(text.strip());
    }

    @Override
    public void close() {
        launcher.close();
    }
}
