package dev.supertask.launch;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;

/// Runs the words behind the first, which is the log, in the foreground and exits as they do.
final class ForegroundMain {
    private static final RunId RUN = new RunId("01KAVJ7Q00ABCDEFGHJKMNPQRS");

    private ForegroundMain() {}

    static void main(String[] args) {
        // A locale of plain ASCII could not carry other letters to us.
        List<String> words = Arrays.stream(args).skip(1)
                .map(word -> word.replace("{u}", "ü").replace("{s}", "ß"))
                .toList();
        Launch launch = new Launch(RUN, 1,
                new Command(words, OwnEnvironment.read(), Path.of("").toAbsolutePath()),
                Path.of(args[0]));
        Foreground foreground = new Foreground(launch, new Silent(), InstantSource.system(),
                Boolean.getBoolean("marked") ? new Marked() : Interlude.NONE);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (Boolean.getBoolean("kill")) {
                foreground.stop(Duration.ZERO);
            } else {
                foreground.signal(Integer.getInteger("signal", 15));
            }
            join(main);
        }));
        Outcome outcome = foreground.run();
        if (outcome.reason() != null && outcome instanceof Outcome.NotStarted) {
            System.err.println(outcome.reason());
        }
        Integer code = outcome.exitCode();
        Runtime.getRuntime().halt(code == null ? 1 : code);
    }

    // The program decides when it ends, also after a signal.
    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
        }
    }

    // Shows where it was called.
    private static final class Marked implements Interlude {
        @Override
        public void before() {
            System.out.print("[");
            System.out.flush();
        }

        @Override
        public void after(boolean lineEnded) {
            System.out.print(lineEnded ? "]" : "~]");
            System.out.flush();
        }
    }

    private static final class Silent implements Watcher {
        @Override
        public void started(Launch launch, long pid, Instant at) {
            // Nobody asks.
        }

        @Override
        public void wrote(Launch launch, ByteBuffer output) {
            // Nobody asks.
        }

        @Override
        public void ended(Launch launch, Outcome outcome, Instant at) {
            // Said by the exit code.
        }
    }
}
