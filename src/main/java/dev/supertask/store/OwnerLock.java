package dev.supertask.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// The right to open a namespace's database, held by one process at a time.
///
/// Easy to get wrong: `owner.lock` must never be opened a second time in the process that holds it,
/// because closing any descriptor of a file drops all POSIX locks that the process has on it
/// (fcntl(2)). So who holds what in this process is remembered here, and the file is left alone.
public final class OwnerLock implements AutoCloseable {
    private static final Set<Path> HELD_BY_THIS_PROCESS = new HashSet<>();

    private final Path file;
    private final Path ownerFile;
    private final FileChannel channel;
    private final boolean afterCrash;

    private OwnerLock(Path file, Path ownerFile, FileChannel channel, boolean afterCrash) {
        this.file = file;
        this.ownerFile = ownerFile;
        this.channel = channel;
        this.afterCrash = afterCrash;
    }

    /// Takes the lock if nobody has it, and writes down who took it.
    ///
    /// @param namedFile `owner.lock`
    /// @param ownerFile `owner.json`
    /// @param ownerText what to write into it
    static Optional<OwnerLock> tryTake(Path namedFile, Path ownerFile, String ownerText) {
        synchronized (HELD_BY_THIS_PROCESS) {
            Path file = real(namedFile);
            if (HELD_BY_THIS_PROCESS.contains(file)) {
                return Optional.empty();
            }
            FileChannel channel = openAndLock(file);
            if (channel == null) {
                return Optional.empty();
            }
            HELD_BY_THIS_PROCESS.add(file);
            // Whoever leaves in good order removes it.
            boolean afterCrash = Files.exists(ownerFile);
            OwnerLock lock = new OwnerLock(file, ownerFile, channel, afterCrash);
            try {
                PrivateFiles.replace(ownerFile, ownerText);
            } catch (UncheckedIOException e) {
                lock.close();
                throw e;
            }
            return Optional.of(lock);
        }
    }

    private static @Nullable FileChannel openAndLock(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                locked = channel.tryLock() != null;
                if (locked) {
                    PrivateFiles.restrict(file);
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            if (!locked) {
                channel.close();
                return null;
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    /// One folder may have several names; the lock is on the file, whatever it was called.
    private static Path real(Path file) {
        try {
            return file.resolveSibling("").toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    /// Whether whoever had the namespace last died with it.
    public boolean isAfterCrash() {
        return afterCrash;
    }

    /// Gives the namespace back.
    @Override
    public void close() {
        synchronized (HELD_BY_THIS_PROCESS) {
            if (!HELD_BY_THIS_PROCESS.remove(file)) {
                return;
            }
            try (channel) {
                Files.deleteIfExists(ownerFile);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot give back " + file, e);
            }
        }
    }
}
