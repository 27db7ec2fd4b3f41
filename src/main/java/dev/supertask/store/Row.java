package dev.supertask.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import dev.supertask.run.Usage;
import org.jspecify.annotations.Nullable;

/// Values as JDBC carries them. Times are kept to the microsecond.
final class Row {
    private Row() {}

    /// Sets all parameters of a statement, in order.
    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
    }

    static Instant instant(ResultSet rows, String column) throws SQLException {
        return Objects.requireNonNull(optionalInstant(rows, column), column);
    }

    static @Nullable Instant optionalInstant(ResultSet rows, String column) throws SQLException {
        OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static String text(ResultSet rows, String column) throws SQLException {
        return Objects.requireNonNull(rows.getString(column), column);
    }

    /// What `cpu_ms` and `peak_kib` say.
    static @Nullable Usage usage(ResultSet rows) throws SQLException {
        Long cpu = rows.getObject("cpu_ms", Long.class);
        Long peak = rows.getObject("peak_kib", Long.class);
        return cpu == null || peak == null ? null : new Usage(Duration.ofMillis(cpu), peak);
    }

    static @Nullable Integer optionalInt(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, Integer.class);
    }
}
