package dev.supertask.keeper;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/// The keeper's process: the parent of the runs of one scheduler, which it outlives. Started by
/// [KeeperProcess], with the paths of its socket and its journal.
///
/// SIGTERM has it end its runs, write down how they ended, and leave. SIGHUP and SIGINT are meant for those in
/// front of the terminal and do nothing to it: the runs are not for a terminal to end.
public final class KeeperMain {
    private static final Duration FIRST_SCHEDULER = Duration.ofSeconds(30);
    private static final Duration KILL_AFTER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int PRIVATE = 0077;

    private KeeperMain() {}

    /// Keeps runs until there is nothing left to keep.
    ///
    /// @param args the paths of the socket and of the journal
    /// @throws IOException when one of them cannot be had
    public static void main(String[] args) throws IOException {
        KeeperFiles files = new KeeperFiles(Path.of(args[0]), Path.of(args[1]));
        // Before they are ignored here: what is ignored then, runs inherit.
        Spawner.link();
        Kernel.ignore(Posix.SIGHUP);
        Kernel.ignore(Posix.SIGINT);
        Kernel.becomeSubreaper();
        Orphans.reap();
        Incarnation self = Incarnation.ofThisProcess();
        // Waits for one that is about to leave: its socket and its journal are its own until its last moment.
        try (FileChannel lock = FileChannel.open(files.lock(), Set.of(CREATE, WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            lock.lock();
            try (Journal journal = new Journal(files.journal(), self);
                    ServerSocketChannel socket = listen(files.socket())) {
                KeeperServer server = new KeeperServer(socket, journal, self, InstantSource.system());
                Thread ending = endRunsOnSignal(server);
                Thread.ofPlatform().daemon().name("supertask-first")
                        .start(() -> server.leaveUnlessSomebodyComes(FIRST_SCHEDULER));
                // What starting took is not needed for what comes.
                Memory.dropFiles();
                server.serve();
                journal.compact();
                journal.leave();
                forget(ending);
            } finally {
                removeIfEmpty(files.errors());
                Files.deleteIfExists(files.socket());
            }
        }
    }

    private static ServerSocketChannel listen(Path path) throws IOException {
        // Whoever left it there is dead.
        Files.deleteIfExists(path);
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        // Nobody else's from the first moment on; the mask itself is for the runs to inherit.
        int mask = Kernel.umask(PRIVATE);
        try {
            return socket.bind(UnixDomainSocketAddress.of(path));
        } finally {
            Kernel.umask(mask);
        }
    }

    private static Thread endRunsOnSignal(KeeperServer server) {
        Thread ending = new Thread(() -> {
            try {
                server.stopAll(KILL_AFTER, PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "supertask-ending");
        Runtime.getRuntime().addShutdownHook(ending);
        return ending;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // Then it has done its work, or will.
        }
    }

    private static void removeIfEmpty(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) == 0) {
            Files.delete(file);
        }
    }
}
