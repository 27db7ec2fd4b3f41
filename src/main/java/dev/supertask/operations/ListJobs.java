package dev.supertask.operations;

import java.util.List;
import java.util.Map;

import dev.supertask.run.Run;
import dev.supertask.scheduler.Recovery;
import dev.supertask.store.JobRow;

/// Lists the jobs of a namespace, by name.
public final class ListJobs {
    private ListJobs() {}

    /// The jobs that are not retired, each with its last run.
    public static List<JobView> answer(Desk desk) {
        Recovery.settle(desk.store(), desk.now());
        return asRecorded(desk);
    }

    /// The same for a scheduler that is about to take the namespace over, and to settle what an earlier one left.
    public static List<JobView> asRecorded(Desk desk) {
        List<JobRow> jobs = desk.store().jobs();
        Map<Long, Run> last = desk.store().lastLaunched(jobs);
        return jobs.stream().map(job -> new JobView(desk.namespace(), job, last.get(job.id()))).toList();
    }
}
