package dev.supertask.testkit;

import java.nio.file.Path;

import dev.supertask.operations.Desk;
import dev.supertask.socket.Door;
import dev.supertask.socket.Machine;
import dev.supertask.socket.SocketFolder;
import dev.supertask.socket.SocketServer;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OwnerLock;
import dev.supertask.store.ProcessIdentity;

/// A scheduler that holds a namespace of a command line's store and answers questions about it, and launches nothing.
public final class StandIn implements AutoCloseable {
    private final OwnerLock lock;
    private final SocketServer server;
    private final NamespaceStore store;
    private final Desk desk;

    /// Takes the namespace.
    public StandIn(Seed seed, String namespace) {
        Cli cli = seed.cli();
        SocketFolder sockets = SocketFolder.of(cli.environment(), Path.of(System.getProperty("java.io.tmpdir")),
                System.getProperty("user.name"));
        Door door = new Door(new Machine("web1", ProcessIdentity.current(), cli.clock(), Cli.ZONE), sockets, false);
        NamespaceFolder folder = seed.folder(namespace);
        sockets.create();
        lock = door.takeForScheduler(folder);
        server = SocketServer.listen(door.socket(folder));
        store = NamespaceStore.open(folder, lock, ProcessIdentity.current(), false);
        desk = door.desk(store);
        server.ready(desk);
    }

    /// What it answers from.
    public Desk desk() {
        return desk;
    }

    @Override
    public void close() {
        try (lock; store; server) {
            // in this order, backwards
        }
    }
}
