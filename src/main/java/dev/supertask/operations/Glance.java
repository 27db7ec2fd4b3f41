package dev.supertask.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.scheduler.Recovery;
import dev.supertask.store.JobRow;
import org.jspecify.annotations.Nullable;

/// Tells what goes on in a namespace. It is asked again and again, beside the scheduler's own work, so what it reads is
/// bounded, however many runs there are.
///
/// @param scheduled whether a scheduler runs the namespace
/// @param running the runs that go on, oldest first
/// @param waiting the runs that will be launched, oldest first
/// @param next the jobs whose occurrences come first, in their order
/// @param ended the runs that ended last, the last one first
public record Glance(boolean scheduled, List<Running> running, List<Run> waiting, List<JobView> next,
        List<Run> ended) {
    /// A run that ended last is looked for among so many of the newest.
    private static final int AMONG = 2000;
    /// What a run usually takes is told by so many before it,
    private static final int EARLIER = 50;
    /// of so many jobs.
    private static final int JOBS = 50;

    /// A run that goes on.
    ///
    /// @param usual the median of what earlier runs of the job took that succeeded, or null where none is known
    public record Running(Run run, @Nullable Duration usual) {}

    /// Copies the lists.
    public Glance {
        running = List.copyOf(running);
        waiting = List.copyOf(waiting);
        next = List.copyOf(next);
        ended = List.copyOf(ended);
    }

    /// What goes on now.
    ///
    /// @param most how many jobs that are next, and how many runs that ended last
    public static Glance answer(Desk desk, int most) {
        Recovery.settle(desk.store(), desk.now());
        List<Run> open = desk.store().openRuns().stream().map(one -> one.run()).toList();
        List<Run> running = open.stream().filter(run -> run.state() == RunState.RUNNING).toList();
        Map<String, Duration> usual = usual(desk, running);
        return new Glance(desk.scheduled(),
                running.stream().map(run -> new Running(run, usual.get(run.job()))).toList(),
                open.stream().filter(run -> run.state() == RunState.QUEUED).toList(), next(desk, most),
                desk.store().lastEnded(AMONG, most));
    }

    private static Map<String, Duration> usual(Desk desk, List<Run> running) {
        Map<String, Duration> usual = new HashMap<>();
        running.stream().map(Run::job).distinct().limit(JOBS)
                .forEach(job -> median(desk, job).ifPresent(median -> usual.put(job, median)));
        return usual;
    }

    private static Optional<Duration> median(Desk desk, String job) {
        return Spread.of(desk.store().samples(job, EARLIER).stream()
                .flatMap(sample -> JobStatistics.duration(sample).stream()).toList()).map(Spread::p50);
    }

    private static List<JobView> next(Desk desk, int most) {
        List<JobRow> soonest = desk.store().soonest(most);
        Map<Long, Run> last = desk.store().lastLaunched(soonest);
        return soonest.stream().map(job -> new JobView(desk.namespace(), job, last.get(job.id()))).toList();
    }
}
