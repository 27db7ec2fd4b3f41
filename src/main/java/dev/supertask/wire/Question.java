package dev.supertask.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.supertask.job.Namespace;
import dev.supertask.job.Origin;
import dev.supertask.operations.Desk;
import dev.supertask.operations.Glance;
import dev.supertask.operations.JobStatistics;
import dev.supertask.operations.ListJobs;
import dev.supertask.operations.ListRuns;
import dev.supertask.operations.NextOccurrences;
import dev.supertask.operations.RunInline;
import dev.supertask.operations.ShowJob;
import dev.supertask.operations.ShowRun;
import dev.supertask.operations.WhyJob;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.store.RunFilter;
import dev.supertask.timetable.JobText;
import org.jspecify.annotations.Nullable;

/// What can be asked about one namespace, by a process of the process that holds it, or of the store
/// itself where nobody does: the same question, the same answer.
///
/// @param <A> the answer's elements: an answer is a list, of one element or none where one thing is asked for
public sealed interface Question<A> {

    /// Answers it.
    List<A> answer(Desk desk);

    /// What the answer's elements are.
    Class<A> elements();

    /// The jobs of the namespace.
    record Jobs() implements Question<JobJson> {
        @Override
        public List<JobJson> answer(Desk desk) {
            return ListJobs.answer(desk).stream().map(job -> JobJson.of(job, desk.zone())).toList();
        }

        @Override
        public Class<JobJson> elements() {
            return JobJson.class;
        }
    }

    /// Runs of the namespace, newest first; the parts of a [RunFilter].
    record Runs(List<String> jobs, List<String> states, @Nullable Instant since, int limit)
            implements
                Question<RunJson> {
        @Override
        public List<RunJson> answer(Desk desk) {
            RunFilter filter = new RunFilter(jobs, states.stream().map(RunState::of).collect(Collectors.toSet()), since,
                    limit);
            return ListRuns.answer(desk, filter).stream()
                    .map(run -> RunJson.of(desk.namespace(), run, desk.outputs(run), desk.progress(run),
                            desk.zone()))
                    .toList();
        }

        @Override
        public Class<RunJson> elements() {
            return RunJson.class;
        }
    }

    /// Everything about the job of a name.
    record OneJob(String name) implements Question<JobDetailJson> {
        @Override
        public List<JobDetailJson> answer(Desk desk) {
            return ShowJob.answer(desk, name).stream().map(detail -> JobDetailJson.of(detail, desk.zone())).toList();
        }

        @Override
        public Class<JobDetailJson> elements() {
            return JobDetailJson.class;
        }
    }

    /// Everything about the run of an id.
    record OneRun(String id) implements Question<RunDetailJson> {
        @Override
        public List<RunDetailJson> answer(Desk desk) {
            return detail(desk, ShowRun.answer(desk, new RunId(id)));
        }

        @Override
        public Class<RunDetailJson> elements() {
            return RunDetailJson.class;
        }
    }

    /// Everything about the last run of a job.
    record LastRun(String job) implements Question<RunDetailJson> {
        @Override
        public List<RunDetailJson> answer(Desk desk) {
            return detail(desk, ShowRun.lastOf(desk, job));
        }

        @Override
        public Class<RunDetailJson> elements() {
            return RunDetailJson.class;
        }
    }

    /// Why a job runs or does not.
    ///
    /// @param at the moment asked about, or null for now
    record Why(String job, @Nullable Instant at) implements Question<WhyJson> {
        @Override
        public List<WhyJson> answer(Desk desk) {
            return WhyJob.answer(desk, job, at).stream().map(WhyJson::of).toList();
        }

        @Override
        public Class<WhyJson> elements() {
            return WhyJson.class;
        }
    }

    /// How the newest runs of jobs went; the parts are those of [JobStatistics#answer].
    record Statistics(List<String> jobs, @Nullable Instant since, int limit) implements Question<StatisticsJson> {
        @Override
        public List<StatisticsJson> answer(Desk desk) {
            return JobStatistics.answer(desk, jobs, since, limit).stream()
                    .map(of -> StatisticsJson.of(desk.namespace(), of, desk.zone())).toList();
        }

        @Override
        public Class<StatisticsJson> elements() {
            return StatisticsJson.class;
        }
    }

    /// What goes on; one element.
    ///
    /// @param most how many jobs that are next, and how many runs that ended last
    record Now(int most) implements Question<GlanceJson> {
        @Override
        public List<GlanceJson> answer(Desk desk) {
            return List.of(GlanceJson.of(desk, Glance.answer(desk, most)));
        }

        @Override
        public Class<GlanceJson> elements() {
            return GlanceJson.class;
        }
    }

    /// The next occurrences of jobs.
    ///
    /// @param jobs their names; empty: all that are enabled
    record Next(List<String> jobs, Instant from, int count) implements Question<NextJson> {
        @Override
        public List<NextJson> answer(Desk desk) {
            return NextOccurrences.answer(desk, jobs, from, count).stream().map(NextJson::of).toList();
        }

        @Override
        public Class<NextJson> elements() {
            return NextJson.class;
        }
    }

    /// An inline command is about to be launched by the process that asks.
    record BeginInline(String run, String job, String title, Origin origin, ProcessIdentity runner)
            implements
                Question<RunDetailJson> {
        @Override
        public List<RunDetailJson> answer(Desk desk) {
            Namespace ifNew = new Namespace(desk.namespace(), title, List.of(), origin);
            RunInline.begin(desk, ifNew, JobText.read(job), runner, new RunId(run));
            return detail(desk, ShowRun.answer(desk, new RunId(run)));
        }

        @Override
        public Class<RunDetailJson> elements() {
            return RunDetailJson.class;
        }
    }

    /// An inline command has ended.
    record EndInline(String run, OutcomeJson outcome, Instant at) implements Question<RunJson> {
        @Override
        public List<RunJson> answer(Desk desk) {
            Outcome end = outcome.outcome();
            return List.of(RunJson.of(desk.namespace(), RunInline.end(desk, new RunId(run), end, at), desk.zone()));
        }

        @Override
        public Class<RunJson> elements() {
            return RunJson.class;
        }
    }

    private static List<RunDetailJson> detail(Desk desk, Optional<ShowRun.Detail> found) {
        return found.stream().map(detail -> RunDetailJson.of(desk.namespace(), detail, desk.zone())).toList();
    }
}
