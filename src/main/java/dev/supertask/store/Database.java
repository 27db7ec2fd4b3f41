package dev.supertask.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.supertask.problem.Refusal;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/// One open H2 database. Reads go through connections of their own and see what is committed; writes go
/// through the one [Writer].
final class Database implements AutoCloseable {
    // WRITE_DELAY=0 with a sync per group survives kill -9 and power loss alike. Closing must be quick,
    // so nothing is compacted then.
    private static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE";

    private final JdbcDataSource source = new JdbcDataSource();
    private final Connection writing;
    private final Writer writer;
    private final @Nullable Path file;
    private final @Nullable FileTime lastChange;
    private volatile boolean changed;

    /// @param file the database's file, null for one in memory
    private Database(String url, @Nullable Path file) throws SQLException {
        this.file = file;
        this.lastChange = lastChange(file);
        source.setURL(url + OPTIONS);
        source.setUser("sa");
        source.setPassword("");
        writing = source.getConnection();
        try {
            writing.setAutoCommit(false);
            Migrations.apply(writing);
        } catch (SQLException | RuntimeException e) {
            shutDown(e);
            throw e;
        }
        writer = new Writer(writing);
    }

    private void shutDown(Exception cause) {
        try {
            shutDown();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /// Without this the database would stay open, and its file locked, for as long as this process lives:
    /// which is what one in memory is meant to do, as it has to be there when it is opened again.
    private void shutDown() throws SQLException {
        if (file == null) {
            writing.close();
            return;
        }
        try (writing; Statement statement = writing.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    /// Opens the database of a namespace that this process holds, and makes it if there is none.
    ///
    /// @param file the database's file without its ending
    /// @param inMemory whether to keep it in memory instead, for as long as this process lives
    /// @param afterCrash whether whoever had it open last did not close it: then it is checked
    /// @throws Refusal if a newer program made it, or it is damaged
    /// @throws StoreException if it cannot be opened
    static Database open(Path file, boolean inMemory, boolean afterCrash) {
        try {
            if (inMemory) {
                String name = file.toAbsolutePath().toString();
                return new Database("jdbc:h2:mem:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        + ";DB_CLOSE_DELAY=-1", null);
            }
            Path real = file.resolveSibling(file.getFileName() + ".mv.db");
            Database database = new Database("jdbc:h2:file:" + file.toAbsolutePath(), real);
            PrivateFiles.restrict(real);
            if (afterCrash) {
                database.refuseIfDamaged(real);
            }
            return database;
        } catch (SQLException e) {
            throw new StoreException("cannot open the database " + file, e);
        }
    }

    private void refuseIfDamaged(Path real) {
        writeNow(IntegrityCheck::damage).ifPresent(damage -> {
            Thread.ofVirtual().start(this::close); // it may never come back either
            throw Refusal.failed("the database " + real + " is damaged: " + damage,
                    "move it away to start with an empty one, or put a copy of it back; the logs beside it are whole");
        });
    }

    /// Reads, now.
    <T> T read(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreException("cannot read the database", e);
        }
    }

    /// Writes, soon; done when it is on the disk.
    <T> CompletableFuture<T> write(Work<T> work) {
        changed = true;
        return writer.submit(work);
    }

    /// Writes and waits until it is on the disk.
    <T> T writeNow(Work<T> work) {
        try {
            return write(work).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new StoreException("cannot write the database", e.getCause() == null ? e : e.getCause());
        }
    }

    @Override
    public void close() {
        writer.close();
        try {
            shutDown();
        } catch (SQLException e) {
            throw new StoreException("cannot close the database", e);
        }
        if (file != null && lastChange != null && !changed) {
            keepLastChange(file, lastChange);
        }
    }

    /// H2 writes when it opens a file. Who only reads must not look like a change: see
    /// [NamespaceFolder#lastActivity()].
    private static void keepLastChange(Path file, FileTime time) {
        try {
            Files.setLastModifiedTime(file, time);
        } catch (IOException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, "it seems changed now",
                    e);
        }
    }

    private static @Nullable FileTime lastChange(@Nullable Path file) {
        try {
            return file == null ? null : Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return null; // there is none yet
        }
    }
}
