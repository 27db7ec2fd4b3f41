package dev.supertask.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

import dev.supertask.launch.OwnEnvironment;

/// The world that the process was started in.
final class RealWorld {
    private RealWorld() {}

    static World find() {
        World.Terminals terminals = new World.Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
        return new World(OwnEnvironment.read(), workingDir(), SystemTime.CLOCK, ZoneId.systemDefault(),
                System.getProperty("user.name"), hostname(), new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err), terminals);
    }

    /// Byte for byte, where the JVM's own idea of it has lost some.
    private static Path workingDir() {
        Path told = Path.of("").toAbsolutePath();
        try {
            return Files.exists(told) ? told : Files.readSymbolicLink(Path.of("/proc/self/cwd"));
        } catch (IOException noProc) {
            return told;
        }
    }

    /// Linux tells `gethostname(2)`'s answer in a file; elsewhere the shell's variable is the best we have
    /// without asking a name server.
    private static String hostname() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return System.getenv().getOrDefault("HOSTNAME", "localhost");
        }
    }

    /// What `isatty(3)` says, seen from the descriptor's link.
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
