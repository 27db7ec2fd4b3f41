package dev.supertask.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.supertask.job.Job;
import dev.supertask.schedule.Once;
import dev.supertask.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/// Writes jobs, many at a time: statements gather what they are given and go to the database together.
final class JobWriting implements AutoCloseable {
    private static final String ONCE = new Once().text();
    /// So many statements go to the database together: enough to be quick, few enough to be held in memory.
    private static final int TOGETHER = 1000;

    private final String namespace;
    private final Instant now;
    private final PreparedStatement insert;
    private final PreparedStatement version;
    private final PreparedStatement change;
    private final PreparedStatement retire;
    /// The definitions of the jobs that are waiting to be inserted.
    private final List<String> added = new ArrayList<>();

    JobWriting(Connection connection, String namespace, Instant now) throws SQLException {
        this.namespace = namespace;
        this.now = now;
        insert = connection.prepareStatement("""
                insert into job (name, source, version, description, schedules, zone, enabled,
                    anchor, planned_through, next_at, boot_id, created_at, updated_at)
                values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)
                """, Statement.RETURN_GENERATED_KEYS);
        version = connection.prepareStatement(
                "insert into job_version (job_id, version, definition, created_at) values (?, ?, ?, ?)");
        change = connection.prepareStatement("""
                update job set source = ?, version = ?, description = ?, schedules = ?, zone = ?, enabled = ?,
                    anchor = ?, planned_through = ?, next_at = ?, updated_at = ?, retired_at = null
                where id = ?
                """);
        retire = connection.prepareStatement(
                "update job set retired_at = ?, updated_at = ?, next_at = null where id = ?");
    }

    void add(Job job, String definition, JobSource source) throws SQLException {
        Row.bind(insert, job.name(), word(source), job.description(), schedules(job), job.zone().getId(),
                job.enabled(), now, justBefore(now), next(job, justBefore(now), now), now, now);
        insert.addBatch();
        added.add(definition);
        if (added.size() == TOGETHER) {
            flush();
        }
    }

    /// A new version, or the same job back after it was retired. Unchanged schedules keep their plan.
    void change(JobRow old, Job job, @Nullable String newDefinition, JobSource source) throws SQLException {
        boolean samePlan = old.schedules().equals(schedules(job).lines().toList())
                && old.zone().equals(job.zone().getId());
        // What was due while the job was away is nobody's to catch up.
        boolean keepPlace = samePlan && old.retiredAt() == null;
        // Neither another zone nor a second schedule makes "once" happen again.
        boolean stillOnce = old.schedules().stream().anyMatch(JobWriting::isOnce)
                && schedules(job).lines().anyMatch(JobWriting::isOnce);
        Instant anchor = samePlan || stillOnce ? old.plan().anchor() : now;
        Instant planned = keepPlace ? old.plan().plannedThrough() : justBefore(now);
        int number = newDefinition == null ? old.version() : old.version() + 1;
        Row.bind(change, word(source), number, job.description(), schedules(job), job.zone().getId(), job.enabled(),
                anchor, planned, next(job, planned, anchor), now, old.id());
        change.addBatch();
        if (newDefinition != null) {
            addVersion(old.id(), number, newDefinition);
        }
    }

    void retire(JobRow job) throws SQLException {
        Row.bind(retire, now, now, job.id());
        retire.addBatch();
    }

    private void addVersion(long job, int number, String definition) throws SQLException {
        Row.bind(version, job, number, definition, now);
        version.addBatch();
    }

    void flush() throws SQLException {
        insert.executeBatch();
        try (ResultSet keys = insert.getGeneratedKeys()) {
            for (String definition : added) {
                keys.next();
                addVersion(keys.getLong("id"), 1, definition);
            }
        }
        added.clear();
        change.executeBatch();
        retire.executeBatch();
        version.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        version.close();
        change.close();
        retire.close();
    }

    /// So that the moment of application itself can be an occurrence.
    private static Instant justBefore(Instant instant) {
        return instant.minusMillis(1);
    }

    private @Nullable Instant next(Job job, Instant after, Instant anchor) {
        return job.enabled() ? job.next(after, job.frame(namespace, anchor)).orElse(null) : null;
    }

    private static boolean isOnce(String schedule) {
        return schedule.equals(ONCE) || schedule.startsWith(ONCE + " ");
    }

    private static String schedules(Job job) {
        return job.schedules().stream().map(Schedule::text).collect(Collectors.joining("\n"));
    }

    static String word(JobSource source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    /// Applies a text's jobs over those that are stored.
    static Applied apply(Connection connection, String namespace, List<Job> jobs, JobSource source, Instant now)
            throws SQLException {
        try (JobWriting writing = new JobWriting(connection, namespace, now)) {
            Applied applied = new JobMerge(JobTable.all(connection), source, writing).merge(jobs);
            writing.flush();
            if (source == JobSource.TIMETABLE) {
                RunEndTable.follow(connection, jobs);
            }
            return applied;
        }
    }
}
