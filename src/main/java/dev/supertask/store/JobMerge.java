package dev.supertask.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.supertask.job.Job;
import dev.supertask.problem.Refusal;
import dev.supertask.timetable.JobText;

/// Decides what a text changes: new jobs appear, changed ones become a new version, those gone from
/// a timetable are retired. Runs stay in any case.
final class JobMerge {
    private final Map<String, JobTable.Defined> stored = new HashMap<>();
    private final JobSource source;
    private final JobWriting writing;

    private final List<String> added = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> retired = new ArrayList<>();
    private int unchanged;

    JobMerge(List<JobTable.Defined> stored, JobSource source, JobWriting writing) {
        stored.forEach(job -> this.stored.put(job.row().name(), job));
        this.source = source;
        this.writing = writing;
    }

    Applied merge(List<Job> jobs) throws SQLException {
        Set<String> named = new HashSet<>();
        for (Job job : jobs) {
            named.add(job.name());
            put(job);
        }
        if (source == JobSource.TIMETABLE) {
            for (JobTable.Defined old : stored.values()) {
                if (isGone(old.row(), named)) {
                    writing.retire(old.row());
                    retired.add(old.row().name());
                }
            }
        }
        return new Applied(added, changed, retired.stream().sorted().toList(), unchanged);
    }

    private static boolean isGone(JobRow old, Set<String> named) {
        return old.retiredAt() == null && old.source() == JobSource.TIMETABLE && !named.contains(old.name());
    }

    private void put(Job job) throws SQLException {
        String definition = JobText.write(job);
        JobTable.Defined old = stored.get(job.name());
        if (old == null) {
            writing.add(job, definition, source);
            added.add(job.name());
            return;
        }
        JobRow row = old.row();
        boolean back = row.retiredAt() != null;
        if (source == JobSource.INLINE && row.source() == JobSource.TIMETABLE && !back) {
            throw Refusal.failed("job \"" + job.name() + "\" belongs to the timetable of this namespace",
                    "give the inline command another name with --name");
        }
        boolean same = old.definition().equals(definition);
        if (same && !back && row.source() == source) {
            unchanged++;
            return;
        }
        writing.change(row, job, same ? null : definition, source);
        (back ? added : changed).add(job.name());
    }
}
