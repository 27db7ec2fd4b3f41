package dev.supertask.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// The folder of a store in memory, which holds logs and locks for as long as one command lasts. Made when it is
/// first asked for, gone at the end.
final class TemporaryFolder implements AutoCloseable {
    private final World world;
    private @Nullable Path made;

    TemporaryFolder(World world) {
        this.world = world;
    }

    /// The folder, the same one each time.
    synchronized Path path() {
        try {
            Path folder = made;
            if (folder == null) {
                folder = Files.createTempDirectory(parent(), "supertask-memory");
                made = folder;
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }

    /// Java itself does not look at `TMPDIR` on Linux.
    private Path parent() {
        String variable = world.variable("TMPDIR");
        return variable.isEmpty() ? Path.of(System.getProperty("java.io.tmpdir")) : world.resolve(variable);
    }

    @Override
    public synchronized void close() {
        if (made == null) {
            return;
        }
        try (Stream<Path> entries = Files.walk(made)) {
            List<Path> all = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : all) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(TemporaryFolder.class.getName()).log(System.Logger.Level.WARNING,
                    "cannot delete " + made, e);
        }
    }
}
