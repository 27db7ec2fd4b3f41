package dev.supertask.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.run.Usage;
import org.jspecify.annotations.Nullable;

/// Reads and writes the runs of a namespace.
final class RunTable {
    private static final String SELECT = """
            select r.id, j.name, r.version, r.trigger, r.scheduled_at, r.started_at, r.finished_at, r.state,
                   r.exit_code, r.attempt, r.reason, r.host, r.runner_pid, r.runner_start, r.runner_boot,
                   r.ending, r.ending_reason, r.cpu_ms, r.peak_kib, r.params, r.upstream, r.rerun_of, r.not_before
            from run r join job j on j.id = r.job_id
            """;

    /// Else the database would read every run to find the newest few.
    private static final String SELECT_NEWEST = SELECT.replace("from run r", "from (%s) r");
    private static final String SLOT = "select 1 from run where job_id = ? and scheduled_at = ?";

    private RunTable() {}

    /// Returns the runs that were not inserted, because their occurrences have records already.
    static Set<RunId> insert(Connection connection, Claim claim, ProcessIdentity runner) throws SQLException {
        if (claim.runs().isEmpty()) {
            return Set.of();
        }
        Set<RunId> taken = new HashSet<>();
        try (PreparedStatement slot = connection.prepareStatement(SLOT);
                PreparedStatement insert = connection.prepareStatement("""
                        insert into run (id, job_id, version, trigger, scheduled_at, started_at, finished_at, state,
                            exit_code, attempt, reason, host, runner_pid, runner_start, runner_boot, params, upstream,
                            rerun_of, not_before)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (Run run : claim.runs()) {
                if (run.scheduledAt() != null && isTaken(slot, claim.jobId(), run.scheduledAt())) {
                    taken.add(run.id());
                    continue;
                }
                Row.bind(insert, run.id().text(), claim.jobId(), run.version(), run.trigger().word(),
                        run.scheduledAt(), run.startedAt(), run.finishedAt(), run.state().word(), run.exitCode(),
                        run.attempt(), run.reason(), run.host(), runner.pid(), runner.startTime(), runner.bootId(),
                        CauseColumns.params(run.cause()), CauseColumns.upstream(run.cause()),
                        CauseColumns.rerunOf(run.cause()), run.notBefore());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return taken;
    }

    /// The first of these instants, each a millisecond later, at which the job has no record.
    static Instant freeSlot(Connection connection, long jobId, Instant wanted) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SLOT)) {
            Instant slot = wanted;
            while (isTaken(select, jobId, slot)) {
                slot = slot.plusMillis(1);
            }
            return slot;
        }
    }

    static Set<Instant> slots(Connection connection, long jobId, Instant from, Instant to) throws SQLException {
        Set<Instant> slots = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select scheduled_at from run where job_id = ? and scheduled_at >= ? and scheduled_at <= ?")) {
            Row.bind(select, jobId, from, to);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    slots.add(Row.instant(rows, "scheduled_at"));
                }
            }
        }
        return slots;
    }

    private static boolean isTaken(PreparedStatement select, long jobId, Instant slot) throws SQLException {
        Row.bind(select, jobId, slot);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    /// Writes what a run has become. An ended run is never written again.
    static boolean update(Connection connection, Run run) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update run set started_at = ?, finished_at = ?, state = ?, exit_code = ?, attempt = ?, reason = ?,
                    cpu_ms = ?, peak_kib = ?, not_before = ?
                where id = ? and finished_at is null
                """)) {
            Usage usage = run.usage();
            Row.bind(update, run.startedAt(), run.finishedAt(), run.state().word(), run.exitCode(), run.attempt(),
                    run.reason(), usage == null ? null : usage.cpu().toMillis(),
                    usage == null ? null : usage.peakKib(), run.notBefore(), run.id().text());
            return update.executeUpdate() > 0;
        }
    }

    static boolean decideEnd(Connection connection, RunId run, Outcome.Ending ending) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement(
                        "update run set ending = ?, ending_reason = ? where id = ? and finished_at is null")) {
            Row.bind(update, ending.state().word(), ending.why(), run.text());
            return update.executeUpdate() > 0;
        }
    }

    static Optional<Run> find(Connection connection, RunId id) throws SQLException {
        return select(connection, "where r.id = ?", List.of(id.text())).stream().map(OpenRun::run).findFirst();
    }

    static Optional<Run> slot(Connection connection, long jobId, Instant occurrence) throws SQLException {
        return query(connection, SELECT + "where r.job_id = ? and r.scheduled_at = ?", List.of(jobId, occurrence))
                .stream().map(OpenRun::run).findFirst();
    }

    static List<Run> withoutSlot(Connection connection, long jobId, RunId since) throws SQLException {
        return query(connection,
                SELECT + "where r.job_id = ? and r.id >= ? and r.scheduled_at is null order by r.id desc",
                List.of(jobId, since.text())).stream().map(OpenRun::run).toList();
    }

    static List<OpenRun> open(Connection connection) throws SQLException {
        return select(connection, "where r.state in (?, ?) order by r.id",
                List.of(RunState.QUEUED.word(), RunState.RUNNING.word()));
    }

    static List<Run> endsToFollow(Connection connection) throws SQLException {
        return select(connection, "where r.id in (select run_id from run_end) order by r.id", List.of()).stream()
                .map(OpenRun::run).toList();
    }

    /// Newest first.
    static List<Run> list(Connection connection, RunFilter filter) throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        if (!filter.jobs().isEmpty()) {
            conditions.add(filter.jobs().stream().map(job -> "name like ? escape '!'")
                    .collect(Collectors.joining(" or ", "job_id in (select id from job where ", ")")));
            filter.jobs().forEach(job -> values.add(pattern(job)));
        }
        if (!filter.states().isEmpty()) {
            conditions.add("state in (" + String.join(", ", Collections.nCopies(filter.states().size(), "?")) + ")");
            filter.states().forEach(state -> values.add(state.word()));
        }
        if (filter.since() != null) {
            conditions.add("coalesce(started_at, scheduled_at, finished_at) >= ?");
            values.add(filter.since());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        values.add(filter.limit());
        return newest(connection, where + " order by id desc fetch first ? rows only", values);
    }

    /// Those of the newest runs that ended last, the last one first.
    ///
    /// @param among how many runs are looked at, so that it costs the same however many there are
    static List<Run> lastEnded(Connection connection, int among, int limit) throws SQLException {
        String sql = SELECT_NEWEST.formatted("select * from run order by id desc fetch first ? rows only")
                + "where r.finished_at is not null order by r.finished_at desc, r.id desc fetch first ? rows only";
        return query(connection, sql, List.of(among, limit)).stream().map(OpenRun::run).toList();
    }

    /// The newest run that was launched, of each job, by the job's number.
    static Map<Long, Run> lastLaunched(Connection connection, List<JobRow> jobs) throws SQLException {
        Map<Long, Run> last = new HashMap<>();
        for (JobRow job : jobs) {
            newestOf(connection, job.id(), "started_at is not null").ifPresent(run -> last.put(job.id(), run));
        }
        return last;
    }

    /// The newest run that was launched, or will be.
    static Optional<Run> last(Connection connection, long jobId) throws SQLException {
        return newestOf(connection, jobId, "coalesce(state, '') not in ('skipped', 'missed')");
    }

    /// When the newest run that succeeded was started.
    static Optional<Instant> lastSuccess(Connection connection, long jobId) throws SQLException {
        // Not a plain comparison: the index by state would be taken for it, and nearly all runs are in there.
        return newestOf(connection, jobId, "coalesce(state, '') = 'succeeded'").map(Run::startedAt);
    }

    /// Ordered by the job as well, so that the index is read from its end and no further than needed.
    private static Optional<Run> newestOf(Connection connection, long jobId, String condition) throws SQLException {
        return newest(connection, " where job_id = ? and " + condition
                + " order by job_id desc, id desc fetch first 1 row only", List.of(jobId)).stream().findFirst();
    }

    private static List<Run> newest(Connection connection, String which, List<? extends @Nullable Object> values)
            throws SQLException {
        String sql = SELECT_NEWEST.formatted("select * from run" + which) + "order by r.id desc";
        return query(connection, sql, values).stream().map(OpenRun::run).toList();
    }

    private static String pattern(String job) {
        return job.replace("!", "!!").replace("%", "!%").replace("_", "!_").replace('*', '%');
    }

    private static List<OpenRun> select(Connection connection, String rest, List<String> values)
            throws SQLException {
        return query(connection, SELECT + rest, values);
    }

    private static List<OpenRun> query(Connection connection, String sql, List<? extends @Nullable Object> values)
            throws SQLException {
        List<OpenRun> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Row.bind(select, values.toArray());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new OpenRun(run(rows), runner(rows), ending(rows)));
                }
            }
        }
        return found;
    }

    private static ProcessIdentity runner(ResultSet rows) throws SQLException {
        return new ProcessIdentity(rows.getLong("runner_pid"), rows.getLong("runner_start"),
                Row.text(rows, "runner_boot"));
    }

    private static Outcome.@Nullable Ending ending(ResultSet rows) throws SQLException {
        String state = rows.getString("ending");
        return state == null ? null : new Outcome.Ending(RunState.of(state), Row.text(rows, "ending_reason"));
    }

    private static Run run(ResultSet rows) throws SQLException {
        return new Run(new RunId(Row.text(rows, "id")), Row.text(rows, "name"), rows.getInt("version"),
                Trigger.of(Row.text(rows, "trigger")), Row.optionalInstant(rows, "scheduled_at"),
                Row.optionalInstant(rows, "started_at"), Row.optionalInstant(rows, "finished_at"),
                RunState.of(Row.text(rows, "state")), Row.optionalInt(rows, "exit_code"), rows.getInt("attempt"),
                rows.getString("reason"), Row.text(rows, "host"), Row.usage(rows),
                CauseColumns.of(rows), Row.optionalInstant(rows, "not_before"));
    }
}
