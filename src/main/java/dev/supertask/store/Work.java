package dev.supertask.store;

import java.sql.Connection;
import java.sql.SQLException;

/// A piece of work on a connection. It neither commits nor rolls back: its caller does.
@FunctionalInterface
interface Work<T> {

    T on(Connection connection) throws SQLException;
}
