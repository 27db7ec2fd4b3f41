package dev.supertask.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import org.jspecify.annotations.Nullable;

/// Reads the history of jobs for statistics: of each job its newest runs, by the index, and never more of them than
/// were asked for, however long the history is.
final class SampleTable {
    // Ordered by the job as well, so that the index is read from its end and no further than needed.
    private static final String NEWEST = """
            select id, trigger, scheduled_at, started_at, finished_at, state, attempt, reason from run
            where job_id = ? %s order by job_id desc, id desc fetch first ? rows only
            """;
    /// As [RunFilter#since()] has it.
    private static final String SINCE = "and coalesce(started_at, scheduled_at, finished_at) >= ?";

    private SampleTable() {}

    /// Makes something of each job's newest runs, newest first. Only one job's runs are in memory at a time.
    ///
    /// @param since only of runs since then; null: all
    /// @param limit of how many runs of a job at most
    static <T> List<T> each(Connection connection, List<JobRow> jobs, @Nullable Instant since, int limit,
            BiFunction<JobRow, List<RunSample>, T> fold) throws SQLException {
        List<T> made = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NEWEST.formatted(since == null ? "" : SINCE))) {
            for (JobRow job : jobs) {
                if (since == null) {
                    Row.bind(select, job.id(), limit);
                } else {
                    Row.bind(select, job.id(), since, limit);
                }
                made.add(fold.apply(job, samples(select)));
            }
        }
        return made;
    }

    /// A job's newest runs, newest first.
    static List<RunSample> newest(Connection connection, String job, int limit) throws SQLException {
        String sql = NEWEST.formatted("").replace("job_id = ?", "job_id = (select id from job where name = ?)");
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Row.bind(select, job, limit);
            return samples(select);
        }
    }

    private static List<RunSample> samples(PreparedStatement select) throws SQLException {
        List<RunSample> samples = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                samples.add(new RunSample(new RunId(Row.text(rows, "id")), Trigger.of(Row.text(rows, "trigger")),
                        Row.optionalInstant(rows, "scheduled_at"), Row.optionalInstant(rows, "started_at"),
                        Row.optionalInstant(rows, "finished_at"), RunState.of(Row.text(rows, "state")),
                        rows.getInt("attempt"), rows.getString("reason")));
            }
        }
        return samples;
    }
}
