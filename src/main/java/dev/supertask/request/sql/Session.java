package dev.supertask.request.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/// A connection on which statements are executed one after another. When this process is ended, by SIGTERM, the statement
/// that runs is cancelled: a database would else go on with it for nobody.
final class Session implements AutoCloseable {
    // Less than the time between SIGTERM and SIGKILL.
    private static final long PATIENCE_SECONDS = 5;
    // Without it PostgreSQL's driver would hold all rows of a result in memory.
    private static final int ROWS_AT_ONCE = 1000;

    private final Connection connection;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Statement running;
    private volatile boolean ending;

    private Session(Connection connection) {
        this.connection = connection;
    }

    /// @param transaction whether all statements are one
    static Session on(Connection connection, boolean transaction) throws SQLException {
        connection.setAutoCommit(!transaction);
        Session session = new Session(connection);
        Runtime.getRuntime().addShutdownHook(new Thread(session::cancel, "supertask-cancel"));
        return session;
    }

    /// What one statement did.
    ///
    /// @param result its rows, or null where it has none
    /// @param changed how many rows it changed
    record Done(@Nullable Result result, long changed) {}

    Done execute(Parameters.Bound bound, Result.Place place) throws SQLException {
        try (Statement statement = bound.values().isEmpty()
                ? connection.createStatement()
                : connection.prepareStatement(bound.sql())) {
            statement.setFetchSize(ROWS_AT_ONCE);
            running = statement;
            boolean rows;
            if (statement instanceof PreparedStatement prepared && !bound.values().isEmpty()) {
                bound.bindTo(prepared);
                rows = prepared.execute();
            } else {
                rows = statement.execute(bound.sql());
            }
            return done(statement, rows, place);
        } finally {
            running = null;
        }
    }

    /// A text that a driver takes for several statements has several results: the last one with rows is it.
    private static Done done(Statement statement, boolean first, Result.Place place) throws SQLException {
        Result result = null;
        long changed = 0;
        boolean rows = first;
        while (true) {
            if (rows) {
                try (ResultSet set = statement.getResultSet()) {
                    result = Result.read(set, place);
                }
            } else {
                long count = statement.getUpdateCount();
                if (count < 0) {
                    return new Done(result, changed);
                }
                changed += count;
            }
            rows = statement.getMoreResults();
        }
    }

    void commit() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /// Undoes what is not committed. What cannot be undone any more the database undoes itself.
    void rollBack() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            ending = true;
        }
    }

    /// Whether this process is being ended.
    boolean isEnding() {
        return ending;
    }

    private void cancel() {
        ending = true;
        try {
            Statement statement = running;
            if (statement != null) {
                statement.cancel();
                boolean _ = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (SQLException e) {
            return; // it ends with the connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            closed.countDown();
        }
    }
}
