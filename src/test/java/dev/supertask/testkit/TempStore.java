package dev.supertask.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.job.Namespace;
import dev.supertask.job.Origin;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.Owner;
import dev.supertask.store.OwnerLock;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.store.StoreFolder;
import dev.supertask.wire.JsonDocuments;

/// A namespace in a temporary folder, held and opened. [#reopen] is what a scheduler finds that comes after one
/// that died: whoever opened the store before counts as dead.
public final class TempStore implements AutoCloseable {
    /// A process that is surely not there: no Linux gives such a number.
    public static final ProcessIdentity DEAD = new ProcessIdentity(1L << 40, 1, ProcessIdentity.currentBootId());
    /// The namespace `ops` of these tests.
    public static final Namespace OPS = new Namespace("ops", "Operations", List.of("ada@example.org"),
            new Origin("box", "ada", "/srv/supertask.yaml"));

    private final NamespaceFolder folder;
    private final OwnerLock lock;
    private NamespaceStore store;

    private TempStore(NamespaceFolder folder) {
        this.folder = folder;
        folder.create();
        lock = folder.tryTake(owner(Owner.Kind.SCHEDULER)).orElseThrow();
        store = NamespaceStore.open(folder, lock, DEAD, false);
    }

    /// The namespace `ops` of a store in a folder.
    public static TempStore in(Path folder) {
        return new TempStore(folder(folder).namespace("ops"));
    }

    /// A store in a folder.
    public static StoreFolder folder(Path folder) {
        return new StoreFolder(folder, new JsonDocuments(), false);
    }

    /// This process as an owner.
    public static Owner owner(Owner.Kind kind) {
        return new Owner(kind, ProcessIdentity.current(), "box", Instant.parse("2026-11-24T12:00:00Z"), "");
    }

    /// The open database.
    public NamespaceStore store() {
        return store;
    }

    /// Closes the database as abruptly as the product does, and opens it again.
    public void reopen() {
        store.close();
        store = NamespaceStore.open(folder, lock, DEAD, false);
    }

    /// The first column of a query's rows, as committed.
    public List<String> query(String sql) {
        String url = "jdbc:h2:file:" + folder.path().resolve("store");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Changes what is stored, behind the back of whoever has it open.
    public void execute(String sql) {
        String url = "jdbc:h2:file:" + folder.path().resolve("store");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            store.close();
        }
    }
}
