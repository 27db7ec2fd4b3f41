package dev.supertask.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.supertask.job.Hook;
import dev.supertask.job.Job;
import dev.supertask.job.Upstream;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;

/// The runs that are over and that something follows: written in the commit of the end, so that whatever happens to the
/// scheduler then, the next one lets it follow.
final class RunEndTable {
    private RunEndTable() {}

    /// The names of the jobs whose runs something follows.
    static Set<String> followed(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from job where followed")) {
            while (rows.next()) {
                names.add(Row.text(rows, "name"));
            }
        }
        return names;
    }

    /// Notes which jobs of a timetable have [hooks][Hook] or [others][Upstream] after them.
    static void follow(Connection connection, List<Job> timetable) throws SQLException {
        Set<String> wanted = new HashSet<>();
        for (Job job : timetable) {
            if (!job.policies().hooks().isEmpty()) {
                wanted.add(job.name());
            }
            job.after().forEach(upstream -> wanted.add(upstream.job()));
        }
        Set<String> before = followed(connection);
        try (PreparedStatement update = connection.prepareStatement("update job set followed = ? where name = ?")) {
            set(update, true, wanted, before);
            set(update, false, before, wanted);
            update.executeBatch();
        }
    }

    private static void set(PreparedStatement update, boolean followed, Set<String> names, Set<String> butNot)
            throws SQLException {
        for (String name : names) {
            if (!butNot.contains(name)) {
                Row.bind(update, followed, name);
                update.addBatch();
            }
        }
    }

    static void add(Connection connection, Run run) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into run_end (run_id, state) values (?, ?)")) {
            Row.bind(insert, run.id().text(), run.state().word());
            insert.executeUpdate();
        }
    }

    static void remove(Connection connection, Collection<RunId> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from run_end where run_id = ?")) {
            for (RunId run : runs) {
                Row.bind(delete, run.text());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
