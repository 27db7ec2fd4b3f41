package dev.supertask.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

import dev.supertask.problem.Refusal;

/// Brings a database to the form that this program knows. Whoever opens a database migrates it.
///
/// A migration that was ever released is never edited; a change is a new file at the end of the list. H2
/// commits with each change of a table, so a migration may end half done at any statement: each of its
/// statements does nothing where it was done before (`if not exists`), and the whole is done again.
final class Migrations {
    private static final List<String> FILES = List.of("001-jobs-and-runs.sql", "002-steps.sql",
            "003-policies.sql");

    private Migrations() {}

    /// Applies what is missing.
    ///
    /// @throws Refusal if the database was made by a newer program
    static void apply(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > FILES.size()) {
            throw Refusal.failed("the store has form " + version + ", this program knows forms up to " + FILES.size(),
                    "use the newer supertask that wrote it");
        }
        for (int next = version; next < FILES.size(); next++) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements(FILES.get(next))) {
                    statement.execute(sql);
                }
                statement.execute("update store_form set version = " + (next + 1));
            }
            connection.commit();
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists store_form (version int not null)");
            try (ResultSet rows = statement.executeQuery("select version from store_form")) {
                if (rows.next()) {
                    return rows.getInt(1);
                }
            }
            statement.execute("insert into store_form values (0)");
            connection.commit();
            return 0;
        }
    }

    /// A semicolon at a line's end ends a statement; our files have none elsewhere.
    private static List<String> statements(String file) {
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(file), file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split(";\\R")).stream().filter(sql -> !sql.isBlank()).toList();
        } catch (IOException e) {
            throw new StoreException("cannot read migration " + file, e);
        }
    }
}
