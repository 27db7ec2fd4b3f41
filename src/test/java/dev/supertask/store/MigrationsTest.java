package dev.supertask.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import dev.supertask.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    Path folder;

    @Test
    void aDatabaseIsOpenedAgainAsItIs() {
        Path file = folder.resolve("store");
        try (Database first = Database.open(file, false, false)) {
            first.writeNow(connection -> execute(connection, "create table mine (n int)"));
        }
        try (Database second = Database.open(file, false, false)) {
            second.writeNow(connection -> execute(connection, "insert into mine values (1)"));
        }
    }

    @Test
    void aNewerFormIsRefusedAndTheFileIsLeftAlone() {
        Path file = folder.resolve("store");
        setForm(file, 99);
        for (int again = 0; again < 2; again++) {
            Refusal refusal = assertThrows(Refusal.class, () -> Database.open(file, false, false));
            assertEquals("the store has form 99, this program knows forms up to 3"
                    + " · use the newer supertask that wrote it", refusal.getMessage());
        }
    }

    @Test
    void aMigrationThatWasKilledInTheMiddleIsDoneAgain() {
        Path file = folder.resolve("store");
        setForm(file, 0);
        try (Database opened = Database.open(file, false, false)) {
            opened.writeNow(connection -> execute(connection, "drop index run_state"));
            opened.writeNow(connection -> execute(connection, "update store_form set version = 0"));
        }
        try (Database opened = Database.open(file, false, false)) {
            opened.writeNow(connection -> execute(connection, "drop index run_state"));
        }
    }

    private static void setForm(Path file, int form) {
        try (Database database = Database.open(file, false, false)) {
            database.writeNow(connection -> execute(connection, "update store_form set version = " + form));
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }
}
