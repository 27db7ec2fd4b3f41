package dev.supertask.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.StepResult;
import dev.supertask.run.Usage;

/// Reads and writes how the steps of runs ended.
final class StepTable {
    private StepTable() {}

    /// One that is recorded already stays as it is: a step ends once.
    static void write(Connection connection, List<StepEnd> ends) throws SQLException {
        if (ends.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into run_step (run_id, attempt, step, name, state, exit_code, reason, started_at, finished_at,
                    cpu_ms, peak_kib)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                where not exists (select 1 from run_step where run_id = ? and attempt = ? and step = ?)
                """)) {
            for (StepEnd end : ends) {
                StepResult result = end.result();
                Usage usage = result.usage();
                String run = end.run().text();
                Row.bind(insert, run, result.attempt(), result.step(), result.name(), result.state().word(),
                        result.exitCode(), result.reason(), result.startedAt(), result.finishedAt(),
                        usage == null ? null : usage.cpu().toMillis(), usage == null ? null : usage.peakKib(), run,
                        result.attempt(), result.step());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// Those of an attempt, in their order.
    static List<StepResult> of(Connection connection, RunId run, int attempt) throws SQLException {
        List<StepResult> found = new ArrayList<>();
        try (PreparedStatement select = connection
                .prepareStatement("select * from run_step where run_id = ? and attempt = ? order by step")) {
            Row.bind(select, run.text(), attempt);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new StepResult(rows.getInt("attempt"), rows.getInt("step"), Row.text(rows, "name"),
                            RunState.of(Row.text(rows, "state")), Row.optionalInt(rows, "exit_code"),
                            rows.getString("reason"), Row.instant(rows, "started_at"),
                            Row.instant(rows, "finished_at"), Row.usage(rows)));
                }
            }
        }
        return found;
    }
}
