package dev.supertask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import dev.supertask.problem.ExitCode;

/// Signals that ask this process to end, handed to whoever is in charge instead of ending it on the spot.
/// One that was ignored when the process started stays ignored (`nohup`, background jobs of a shell).
final class Interrupts implements AutoCloseable {
    private final SignalHandling handling = new SignalHandling();
    private final List<Runnable> undo = new ArrayList<>();

    /// A signal that we catch.
    enum Kind {
        INT(2), TERM(15), HUP(1);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        /// `SIGINT` and so on.
        String word() {
            return "SIG" + name();
        }

        /// A hang-up is a request to end, like SIGTERM.
        ExitCode exitCode() {
            return this == INT ? ExitCode.INTERRUPTED : ExitCode.TERMINATED;
        }
    }

    /// Catches signals until closed; the consumer is called on a thread of the JVM's.
    static Interrupts catching(Consumer<Kind> consumer) {
        Interrupts interrupts = new Interrupts();
        long ignored = ignoredAtStart();
        Arrays.stream(Kind.values()).filter(kind -> (ignored >> (kind.number() - 1) & 1) == 0)
                .forEach(kind -> interrupts.add(kind, consumer));
        return interrupts;
    }

    private void add(Kind kind, Consumer<Kind> consumer) {
        undo.add(handling.handle(kind.name(), _ -> consumer.accept(kind)));
    }

    /// The mask of proc(5): bit n-1 stands for signal n.
    private static long ignoredAtStart() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16)).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
    }
}
