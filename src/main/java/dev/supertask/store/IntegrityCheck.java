package dev.supertask.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks whether a database that was not closed cleanly is sound: every index has as many rows as its table,
/// and a row can be inserted. Both have been seen to fail after a kill, with other versions and settings of
/// H2, the second one by never coming back; hence the deadline.
final class IntegrityCheck {
    private static final long DEADLINE_SECONDS = 20;

    private final Connection connection;

    private IntegrityCheck(Connection connection) {
        this.connection = connection;
    }

    /// An index, and the least value of its first column: only a condition on that makes H2 read all of it.
    private record Index(String table, String name, String column, String least) {
        String countInIndex() {
            return "select count(*) from " + table + " use index (\"" + name + "\") where " + column + " >= " + least;
        }

        /// Not a condition, else the index would be asked for this as well. What has no value is not above
        /// the least one.
        String countInTable() {
            return "select coalesce(sum(case when " + column + " is null then 0 else 1 end), 0) from " + table
                    + " use index ()";
        }
    }

    /// What is wrong, in words; empty when the database is sound.
    static Optional<String> damage(Connection connection) {
        CompletableFuture<Optional<String>> check = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("store-check").start(() -> {
            try {
                check.complete(new IntegrityCheck(connection).damage());
            } catch (SQLException | RuntimeException e) {
                check.complete(Optional.of(String.valueOf(e.getMessage())));
            }
        });
        try {
            return check.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return Optional.of("a trial insert does not come back");
            }
            throw e;
        }
    }

    private Optional<String> damage() throws SQLException {
        for (Index index : indexes()) {
            long inTable = number(index.countInTable());
            long inIndex = number(index.countInIndex());
            if (inTable != inIndex) {
                return Optional.of("table " + index.table() + " has " + inTable + " rows, its index " + index.name()
                        + " has " + inIndex);
            }
        }
        trialInsert();
        return Optional.empty();
    }

    private List<Index> indexes() throws SQLException {
        List<Index> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select i.table_name, i.index_name, i.column_name, c.data_type
                from information_schema.index_columns i
                join information_schema.columns c
                  on c.table_schema = i.table_schema and c.table_name = i.table_name and c.column_name = i.column_name
                where i.table_schema = 'public' and i.ordinal_position = 1
                """); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(new Index(Row.text(rows, "table_name"), Row.text(rows, "index_name"),
                        Row.text(rows, "column_name"), least(Row.text(rows, "data_type").toUpperCase(Locale.ROOT))));
            }
        }
        return found;
    }

    private static String least(String type) {
        if (type.startsWith("CHARACTER")) {
            return "''";
        }
        return type.startsWith("TIMESTAMP")
                ? "timestamp with time zone '-9999-01-01 00:00:00+00'"
                : Long.toString(Long.MIN_VALUE);
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void trialInsert() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into job (name, source, version, description, schedules, zone, enabled, anchor,
                        planned_through, boot_id, created_at, updated_at)
                    values ('', 'inline', 1, '', '', '', false, current_timestamp, current_timestamp, '',
                        current_timestamp, current_timestamp)
                    """);
            statement.executeUpdate("""
                    insert into run (id, job_id, version, trigger, state, attempt, host, runner_pid, runner_start,
                        runner_boot)
                    select '', id, 1, 'manual', 'lost', 0, '', 0, 0, '' from job where name = ''
                    """);
        } finally {
            connection.rollback();
        }
    }
}
