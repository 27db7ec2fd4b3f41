package dev.supertask.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.supertask.job.Job;
import dev.supertask.job.Step;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.StepPlan;
import dev.supertask.run.Trigger;
import dev.supertask.schedule.Frame;
import dev.supertask.timetable.JobText;
import org.jspecify.annotations.Nullable;

/// The open database of one namespace. Only the process that holds the namespace's lock opens it.
/// Methods that return a future write soon, all others now; what is written is on the disk.
public final class NamespaceStore implements AutoCloseable {
    private final NamespaceFolder folder;
    private final ProcessIdentity me;
    private final Database database;
    private volatile Set<String> followed;

    private NamespaceStore(NamespaceFolder folder, ProcessIdentity me, Database database) {
        this.folder = folder;
        this.me = me;
        this.database = database;
        this.followed = database.read(RunEndTable::followed);
    }

    /// Opens the database, makes it if there is none, migrates it if it is old.
    ///
    /// @param folder the namespace's
    /// @param lock the proof that this process holds it
    /// @param me this process: it answers for the runs that it claims
    /// @param inMemory whether to keep the database in memory
    /// @throws dev.supertask.problem.Refusal if a newer program made it
    /// @throws StoreException if it cannot be opened
    public static NamespaceStore open(NamespaceFolder folder, OwnerLock lock, ProcessIdentity me,
            boolean inMemory) {
        return new NamespaceStore(folder, me, Database.open(folder.databaseFile(), inMemory, lock.isAfterCrash()));
    }

    /// The folder of the namespace.
    public NamespaceFolder folder() {
        return folder;
    }

    /// Applies a text's jobs in one transaction: see [JobMerge].
    ///
    /// @throws dev.supertask.problem.Refusal if an inline job has the name of a timetable's
    public Applied apply(List<Job> jobs, JobSource source, Instant now) {
        Applied applied = database
                .writeNow(connection -> JobWriting.apply(connection, folder.id(), jobs, source, now));
        followed = database.read(RunEndTable::followed);
        return applied;
    }

    /// The jobs that are not retired, by name.
    public List<JobRow> jobs() {
        return database.read(JobTable::live);
    }

    /// The jobs that are not retired, with their definitions.
    public List<StoredJob> definedJobs() {
        Function<String, Job> reader = JobText.reader();
        return database.read(JobTable::all).stream().filter(job -> job.row().retiredAt() == null)
                .map(job -> new StoredJob(job.row(), reader.apply(job.definition()))).toList();
    }

    /// A job, also a retired one.
    public Optional<StoredJob> job(String name) {
        return database.read(connection -> JobTable.named(connection, name));
    }

    /// Records what becomes of occurrences, before anything is launched for them. What has a record already
    /// keeps it: nothing is ever run twice.
    ///
    /// @return the runs that were not recorded and must not be launched, because their occurrences have
    ///         records already
    public CompletableFuture<Set<RunId>> claim(List<Claim> claims) {
        return record(new Batch(List.of(), List.of(), claims, List.of()));
    }

    /// Records all of a batch in one commit; see [#update] and [#claim].
    public CompletableFuture<Set<RunId>> record(Batch batch) {
        return database.write(connection -> {
            StepTable.write(connection, batch.steps());
            for (Run run : batch.changed()) {
                update(connection, run);
            }
            RunEndTable.remove(connection, batch.followed());
            Set<RunId> taken = ClaimWriting.write(connection, batch.claims(), me);
            for (Claim claim : batch.claims()) {
                for (Run run : claim.runs()) {
                    noteEnd(connection, run, !taken.contains(run.id()));
                }
            }
            return taken;
        });
    }

    private boolean update(Connection connection, Run run) throws SQLException {
        boolean written = RunTable.update(connection, run);
        noteEnd(connection, run, written);
        return written;
    }

    private void noteEnd(Connection connection, Run run, boolean written) throws SQLException {
        if (written && run.state().ended() && isFollowed(run.job())) {
            RunEndTable.add(connection, run);
        }
    }

    /// Whether something follows the ends of a job's runs.
    public boolean isFollowed(String job) {
        return followed.contains(job);
    }

    /// The runs that are over, and that nothing has followed yet that is to, oldest first.
    public List<Run> endsToFollow() {
        return database.read(RunTable::endsToFollow);
    }

    /// Stores an inline command and claims its one occurrence, now, for the process that runs it. Asked
    /// again with the same id, it answers what it recorded then.
    ///
    /// @param job scheduled `once`
    /// @param runner the process that will report the run's end
    /// @param id of the run to be
    /// @param host the machine it runs on
    /// @throws dev.supertask.problem.Refusal if a timetable's job has the same name
    public Run beginInline(Job job, ProcessIdentity runner, RunId id, Instant now, String host) {
        return database.writeNow(connection -> ClaimWriting.beginInline(connection, folder.id(), job,
                slot -> Run.queued(id, job.name(), 0, Trigger.SCHEDULE, slot, host).started(now), runner, now));
    }

    /// Undoes the claims of runs that were never launched: their records go, and their occurrences are due
    /// again.
    ///
    /// @return how many records went
    public CompletableFuture<Integer> giveBack(List<Run> runs) {
        return database.write(connection -> ClaimWriting.giveBack(connection, runs));
    }

    /// Makes this process answer for open runs of one that is gone.
    ///
    /// @return how many
    public CompletableFuture<Integer> takeOver(List<Run> runs) {
        return database.write(connection -> ClaimWriting.takeOver(connection, runs, me));
    }

    /// Records what a run has become.
    ///
    /// @return whether it was written: a run that has ended never changes again
    public CompletableFuture<Boolean> update(Run run) {
        return database.write(connection -> update(connection, run));
    }

    /// Records the decision to end a run; the signal comes after it is on the disk.
    ///
    /// @return whether it was written: a run that has ended cannot be ended any more
    public CompletableFuture<Boolean> decideEnd(RunId run, Outcome.Ending ending) {
        return database.write(connection -> RunTable.decideEnd(connection, run, ending));
    }

    /// A run.
    public Optional<Run> run(RunId id) {
        return database.read(connection -> RunTable.find(connection, id));
    }

    /// The occurrences of a job that have records, from one to another.
    public Set<Instant> slots(long jobId, Instant from, Instant to) {
        return database.read(connection -> RunTable.slots(connection, jobId, from, to));
    }

    /// The record of a job's occurrence.
    public Optional<Run> slot(long jobId, Instant occurrence) {
        return database.read(connection -> RunTable.slot(connection, jobId, occurrence));
    }

    /// The runs of a job that are for no occurrence, made after another run or being it, newest first.
    public List<Run> withoutSlot(long jobId, RunId since) {
        return database.read(connection -> RunTable.withoutSlot(connection, jobId, since));
    }

    /// The steps of a run, of the version of its job that it runs, and how those of its last attempt ended that were
    /// launched; of an attempt that is still to come, none was.
    public StepPlan plan(Run run) {
        int attempt = run.state() == RunState.QUEUED ? run.attempt() + 1 : run.attempt();
        return database.read(connection -> {
            List<Step> steps = JobText.read(JobTable.definition(connection, run.job(), run.version())).steps();
            StepPlan plan = new StepPlan(steps, List.of());
            return plan.isOfOne() ? plan : new StepPlan(steps, StepTable.of(connection, run.id(), attempt));
        });
    }

    /// Runs that have not ended.
    public List<OpenRun> openRuns() {
        return database.read(RunTable::open);
    }

    /// Runs, newest first.
    public List<Run> runs(RunFilter filter) {
        return database.read(connection -> RunTable.list(connection, filter));
    }

    /// The newest run of each job that was launched, by the job's number.
    public Map<Long, Run> lastLaunched(List<JobRow> jobs) {
        return database.read(connection -> RunTable.lastLaunched(connection, jobs));
    }

    /// Makes something of each job's newest runs, newest first: see [SampleTable#each].
    ///
    /// @param since only of runs since then; null: all
    /// @param limit of how many runs of a job at most
    public <T> List<T> samples(List<JobRow> jobs, @Nullable Instant since, int limit,
            BiFunction<JobRow, List<RunSample>, T> fold) {
        return database.read(connection -> SampleTable.each(connection, jobs, since, limit, fold));
    }

    /// A job's newest runs, newest first.
    public List<RunSample> samples(String job, int limit) {
        return database.read(connection -> SampleTable.newest(connection, job, limit));
    }

    /// The jobs whose next occurrences come first, in their order.
    public List<JobRow> soonest(int limit) {
        return database.read(connection -> JobTable.soonest(connection, limit));
    }

    /// Those of the newest runs that ended last: see [RunTable#lastEnded].
    public List<Run> lastEnded(int among, int limit) {
        return database.read(connection -> RunTable.lastEnded(connection, among, limit));
    }

    /// What a stored job's schedules are read against now.
    public Frame frame(StoredJob stored) {
        Frame frame = stored.job().frame(folder.id(), stored.row().plan().anchor());
        if (!stored.job().countsFromEnd()) {
            return frame;
        }
        Optional<Run> last = database.read(connection -> RunTable.last(connection, stored.row().id()));
        if (last.filter(run -> !run.state().ended()).isPresent()) {
            return frame.withIdleSince(null);
        }
        Frame idle = last.flatMap(Run::overAt).filter(frame.anchor()::isBefore).map(frame::withIdleSince).orElse(frame);
        // Where that lies behind the plan already, as after a time without schedule, it counts from there.
        Instant planned = stored.row().plan().plannedThrough();
        return stored.job().nextFromEnd(planned, idle).isPresent() ? idle : idle.withIdleSince(planned.plusMillis(1));
    }

    /// When the newest run of a job that succeeded was started.
    public Optional<Instant> lastSuccess(long jobId) {
        return database.read(connection -> RunTable.lastSuccess(connection, jobId));
    }

    /// Writes what is waiting and closes. The lock is another's to give back.
    @Override
    public void close() {
        database.close();
    }
}
