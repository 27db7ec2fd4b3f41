package dev.supertask.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.supertask.timetable.JobText;
import org.jspecify.annotations.Nullable;

/// Reads the jobs of a namespace.
final class JobTable {
    private static final String ROW = """
            select j.id, j.name, j.source, j.version, j.description, j.schedules, j.zone, j.enabled,
                   j.anchor, j.planned_through, j.next_at, j.boot_id, j.created_at, j.updated_at, j.retired_at
            from job j
            """;
    private static final String WITH_DEFINITION = ROW.replace("j.retired_at", "j.retired_at, v.definition")
            + " join job_version v on v.job_id = j.id and v.version = j.version ";

    private JobTable() {}

    /// A row with the text of its definition, not yet read.
    record Defined(JobRow row, String definition) {

        StoredJob stored() {
            return new StoredJob(row, JobText.read(definition));
        }
    }

    static List<JobRow> live(Connection connection) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement(ROW + "where j.retired_at is null order by j.name")) {
            return rows(select);
        }
    }

    /// Those of the jobs whose next occurrences come first, in their order.
    static List<JobRow> soonest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROW + """
                where j.retired_at is null and j.enabled and j.next_at is not null
                order by j.next_at, j.name fetch first ? rows only
                """)) {
            Row.bind(select, limit);
            return rows(select);
        }
    }

    private static List<JobRow> rows(PreparedStatement select) throws SQLException {
        List<JobRow> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        return found;
    }

    /// Every job with its definition, retired ones included.
    static List<Defined> all(Connection connection) throws SQLException {
        return defined(connection, "order by j.id", null);
    }

    /// A job, also a retired one.
    static Optional<StoredJob> named(Connection connection, String name) throws SQLException {
        return defined(connection, "where j.name = ?", name).stream().findFirst().map(Defined::stored);
    }

    /// The text of a version of a job; of the last one, where there is no such version.
    static String definition(Connection connection, String name, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select v.definition from job_version v join job j on j.id = v.job_id where j.name = ?
                order by case when v.version = ? then 0 else 1 end, v.version desc fetch first 1 row only
                """)) {
            Row.bind(select, name, version);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return Row.text(rows, "definition");
            }
        }
    }

    private static List<Defined> defined(Connection connection, String rest, @Nullable String parameter)
            throws SQLException {
        List<Defined> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(WITH_DEFINITION + rest)) {
            if (parameter != null) {
                Row.bind(select, parameter);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Defined(row(rows), Row.text(rows, "definition")));
                }
            }
        }
        return found;
    }

    private static JobRow row(ResultSet rows) throws SQLException {
        JobRow.Plan plan = new JobRow.Plan(Row.instant(rows, "anchor"), Row.instant(rows, "planned_through"),
                Row.optionalInstant(rows, "next_at"), Row.text(rows, "boot_id"));
        return new JobRow(rows.getLong("id"), Row.text(rows, "name"),
                JobSource.valueOf(Row.text(rows, "source").toUpperCase(Locale.ROOT)), rows.getInt("version"),
                Row.text(rows, "description"), Row.text(rows, "schedules").lines().toList(), Row.text(rows, "zone"),
                rows.getBoolean("enabled"), plan, Row.instant(rows, "created_at"), Row.instant(rows, "updated_at"),
                Row.optionalInstant(rows, "retired_at"));
    }
}
