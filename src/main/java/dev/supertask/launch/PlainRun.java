package dev.supertask.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.supertask.keeper.NativeText;
import dev.supertask.keeper.Order;
import dev.supertask.run.Outcome;
import org.jspecify.annotations.Nullable;

/// One attempt of a [PlainLauncher], from its start to its end.
final class PlainRun {
    private static final Logger LOG = System.getLogger(PlainRun.class.getName());
    private static final long LAST_WORDS_MILLIS = 1_000;
    private static final int NOT_FOUND = 127;
    private static final int NOT_EXECUTABLE = 126;
    private static final int TERMINATED = 143;

    private final Launch launch;
    private final Watcher watcher;
    private final InstantSource clock;
    private final Executor threads;

    // Guarded by this.
    private @Nullable Process process;
    private boolean unwanted;

    PlainRun(Launch launch, Watcher watcher, InstantSource clock, Executor threads) {
        this.launch = launch;
        this.watcher = watcher;
        this.clock = clock;
        this.threads = threads;
    }

    /// Starts it, and returns after its end was told.
    void run() {
        Outcome outcome = start();
        Process started = process();
        if (outcome == null && started != null) {
            tell(() -> watcher.started(launch, started.pid(), clock.instant()));
            String stdin = launch.command().stdin();
            if (stdin != null) {
                // It may read slowly, or never: nobody waits for that.
                threads.execute(() -> feed(started.getOutputStream(), stdin));
            }
            CompletableFuture<Void> output = CompletableFuture.runAsync(() -> keep(started.getInputStream()), threads);
            outcome = new Outcome.Exited(started.onExit().join().exitValue());
            // Others may hold it open for ever.
            output.completeOnTimeout(null, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS).join();
        }
        Outcome how = outcome == null ? new Outcome.NotStarted(NOT_EXECUTABLE, "nothing was started") : outcome;
        tell(() -> watcher.ended(launch, how, clock.instant()));
    }

    /// Ends it and those of its descendants that can be found.
    void stop(Duration killAfter) {
        Process started;
        synchronized (this) {
            unwanted = true;
            started = process;
        }
        if (started != null) {
            // Found before the first signal: those whose parent has died are nobody's children. It itself
            // goes first, else it would see its children die and end as if nothing had happened.
            List<ProcessHandle> family = Stream.concat(Stream.of(started.toHandle()), started.descendants())
                    .toList();
            family.forEach(ProcessHandle::destroy);
            CompletableFuture.delayedExecutor(killAfter.toMillis(), TimeUnit.MILLISECONDS, threads)
                    .execute(() -> Stream.concat(family.stream(), started.descendants())
                            .forEach(ProcessHandle::destroyForcibly));
        }
    }

    private synchronized @Nullable Process process() {
        return process;
    }

    private synchronized @Nullable Outcome start() {
        if (unwanted) {
            return new Outcome.NotStarted(TERMINATED, "stopped before it was started");
        }
        Command command = launch.command();
        List<String> words = Stream.concat(command.prefix().stream(), command.argv().stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(words).directory(command.workingDir().toFile())
                .redirectErrorStream(true);
        if (command.stdin() == null) {
            builder.redirectInput(Path.of("/dev/null").toFile());
        }
        builder.environment().clear();
        builder.environment().putAll(command.env());
        try {
            String output = command.env().get(Order.OUTPUT);
            Path folder = output == null ? null : Path.of(output).getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            process = builder.start();
            return null;
        } catch (IOException e) {
            return notStarted(command, String.valueOf(e.getMessage()));
        }
    }

    private static Outcome notStarted(Command command, String refusal) {
        String program = command.argv().getFirst();
        if (!Files.isDirectory(command.workingDir())) {
            return new Outcome.NotStarted(NOT_EXECUTABLE,
                    "no working folder \"" + command.workingDir() + "\" · make it, or name another one");
        }
        // As the JDK words it, by one of its two ways to start a process or the other.
        return refusal.contains("error=2,") || refusal.contains("error: 2 ")
                ? new Outcome.NotStarted(NOT_FOUND, "no program \"" + program + "\"")
                : new Outcome.NotStarted(NOT_EXECUTABLE, "\"" + program + "\" cannot be started: " + refusal);
    }

    private static void feed(OutputStream input, String stdin) {
        try (input) {
            input.write(NativeText.bytes(stdin));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a run did not read all of its input", e);
        }
    }

    private void keep(InputStream output) {
        byte[] buffer = new byte[16 * 1024];
        OutputStream log = launch.heading().isEmpty() ? null : open();
        try (output) {
            for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                log = log == null ? open() : log;
                write(log, buffer, n);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n).asReadOnlyBuffer();
                tell(() -> watcher.wrote(launch, bytes));
            }
            if (log != null) {
                log.close();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the output of a run ended", e);
        }
    }

    // The program must not suffer for a log that cannot be written.
    private OutputStream open() {
        try {
            Path folder = launch.log().toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            OutputStream log = Files.newOutputStream(launch.log(), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            log.write(launch.heading().getBytes(StandardCharsets.UTF_8));
            return log;
        } catch (IOException e) {
            tellOfLog(e);
            return OutputStream.nullOutputStream();
        }
    }

    private void write(OutputStream log, byte[] bytes, int length) {
        try {
            log.write(bytes, 0, length);
        } catch (IOException e) {
            tellOfLog(e);
        }
    }

    private void tellOfLog(IOException e) {
        LOG.log(Level.WARNING, "cannot write log \"" + launch.log() + "\": " + e.getMessage());
    }

    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a fault while telling what becomes of a run", e);
        }
    }
}
