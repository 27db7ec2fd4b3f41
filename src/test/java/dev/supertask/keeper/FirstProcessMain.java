package dev.supertask.keeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Is to be the first process of a container. Becomes the parent of an orphan that ends, and says what
/// became of it and of a child of its own.
final class FirstProcessMain {
    private FirstProcessMain() {}

    static void main() throws IOException, InterruptedException {
        Orphans.reapIfFirstProcess();
        Process own = new ProcessBuilder("/bin/sh", "-c",
                "setsid sh -c 'sh -c \"echo \\$\\$ >orphan; sleep 0.1\" & exit' & wait; exit 7").start();
        int status = own.waitFor();
        while (!Files.exists(Path.of("orphan")) || Files.size(Path.of("orphan")) == 0) {
            LockSupport.parkNanos(2_000_000);
        }
        Path orphan = Path.of("/proc", Files.readString(Path.of("orphan")).strip());
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (Files.exists(orphan) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(2_000_000);
        }
        System.out.println(ProcessHandle.current().pid() + " " + status + " " + zombies());
    }

    private static long zombies() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.filter(path -> path.getFileName().toString().matches("\\d+")).filter(path -> {
                try {
                    return Files.readString(path.resolve("stat"), StandardCharsets.ISO_8859_1).contains(") Z ");
                } catch (IOException gone) {
                    return false;
                }
            }).count();
        }
    }
}
