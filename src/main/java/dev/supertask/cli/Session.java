package dev.supertask.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.supertask.job.Policies;
import dev.supertask.keeper.KeeperFiles;
import dev.supertask.keeper.Ledger;
import dev.supertask.launch.Launcher;
import dev.supertask.launch.Launchers;
import dev.supertask.operations.Desk;
import dev.supertask.scheduler.Events;
import dev.supertask.scheduler.Nap;
import dev.supertask.scheduler.Scheduler;
import dev.supertask.scheduler.Settings;
import dev.supertask.socket.Door;
import dev.supertask.socket.SocketServer;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OwnerLock;
import dev.supertask.store.StoreFolder;
import org.jspecify.annotations.Nullable;

/// A namespace that a scheduler of this process runs: the lock, the socket, the database, in the order in which
/// others rely on them.
final class Session implements AutoCloseable {
    private final OwnerLock lock;
    private final SocketServer server;
    private final Launcher launcher;
    private final NamespaceStore store;
    private final Desk desk;
    private @Nullable Scheduler scheduler;

    private Session(OwnerLock lock, SocketServer server, Launcher launcher, NamespaceStore store, Desk desk) {
        this.lock = lock;
        this.server = server;
        this.launcher = launcher;
        this.store = store;
        this.desk = desk;
    }

    /// Takes a namespace. The keeper starts, or is found, beside the opening of the database.
    ///
    /// @param notice is told what the person in front of the program should know
    /// @throws dev.supertask.problem.Refusal if another scheduler runs it
    static Session open(StoreFolder storeFolder, Door door, String namespace, Consumer<String> notice) {
        NamespaceFolder folder = storeFolder.namespace(namespace);
        folder.create();
        door.sockets().create();
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            OwnerLock lock = door.takeForScheduler(folder);
            opened.add(lock);
            SocketServer server = SocketServer.listen(door.socket(folder));
            opened.add(server);
            KeeperFiles files = new KeeperFiles(door.sockets().keeperSocket(folder.path()), folder.journal());
            Launcher launcher = Launchers.open(files, door.machine().clock(),
                    Policies.DEFAULT.killAfter(), notice);
            opened.add(launcher);
            NamespaceStore store = NamespaceStore.open(folder, lock, door.machine().process(), door.inMemory());
            return new Session(lock, server, launcher, store, door.desk(store));
        } catch (RuntimeException e) {
            opened.reversed().forEach(resource -> close(resource, e));
            throw e;
        }
    }

    private static void close(AutoCloseable resource, RuntimeException cause) {
        try {
            resource.close();
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
    }

    Desk desk() {
        return desk;
    }

    /// Starts the scheduler, and answers others from now on.
    ///
    /// @param output whether the events are told what runs write
    void start(Events events, boolean output, Settings settings, Nap nap) {
        launcher.listen(output);
        Scheduler fresh = new Scheduler(store, launcher, events, settings, nap::wake);
        fresh.start(Instant.ofEpochMilli(desk.clock().millis()));
        scheduler = fresh;
        server.ready(desk.with(fresh));
    }

    Scheduler scheduler() {
        return Objects.requireNonNull(scheduler, "not started");
    }

    @Override
    public void close() {
        if (scheduler != null) {
            scheduler.close();
        }
        boolean nothingRuns = scheduler == null || scheduler.liveRuns().isEmpty();
        try (lock; store; server; launcher) {
            // in this order, backwards: nobody is answered from a closed database
        }
        if (nothingRuns) {
            awaitKeepersEnd();
        }
    }

    /// Without runs the keeper leaves at once; who sees this program end should find nothing of it left.
    private void awaitKeepersEnd() {
        Nap nap = new Nap();
        for (int look = 0; look < 200 && keeperLives(); look++) {
            nap.take(Duration.ofMillis(10));
        }
    }

    private boolean keeperLives() {
        try {
            return Ledger.read(store.folder().journal()).keeperLives();
        } catch (IOException e) {
            return false;
        }
    }
}
