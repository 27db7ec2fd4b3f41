package dev.supertask.scheduler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.run.StepPlan;
import dev.supertask.store.Batch;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OpenRun;
import dev.supertask.store.StepEnd;
import dev.supertask.store.StoredJob;

/// A new scheduler takes over what an earlier one left: each open run is gone on with, settled, tried again,
/// or given back, and the jobs are loaded.
final class Takeover {
    private final NamespaceStore store;
    private final Instant now;
    private final Evidence evidence;

    private final Map<String, ActiveJob> jobs = new LinkedHashMap<>();
    private final List<ActiveJob> scheduled = new ArrayList<>();
    private final List<Run> changed = new ArrayList<>();
    private final List<Run> takenOver = new ArrayList<>();
    private final List<LiveRun> goOn = new ArrayList<>();
    private final List<LiveRun> tryAgain = new ArrayList<>();
    private final List<LiveRun> betweenSteps = new ArrayList<>();
    private final List<StepEnd> ends = new ArrayList<>();

    Takeover(NamespaceStore store, Instant now) {
        this.store = store;
        this.now = now;
        this.evidence = Evidence.of(store, now);
    }

    /// Does it.
    ///
    /// @return the runs that are over, or wait for another attempt, for what happened meanwhile
    List<Run> settle() {
        Map<OpenRun, Fate> fates = new LinkedHashMap<>();
        evidence.orphans().forEach(open -> fates.put(open, Fate.of(open, plan(open), evidence)));
        giveBack(fates);
        store.definedJobs().forEach(stored -> scheduled.add(job(stored)));
        fates.forEach(this::settle);
        store.record(new Batch(changed, ends, List.of(), List.of())).join();
        store.takeOver(takenOver).join();
        // Only now is it known when their last runs ended.
        scheduled.stream().filter(job -> job.job.countsFromEnd()).forEach(job -> store.job(job.job.name())
                .ifPresent(stored -> job.idleSince(store.frame(stored).idleSince())));
        return changed;
    }

    /// Before the jobs are loaded, because it moves their plans. What a keeper may have been asked for is asked for
    /// again instead, as the same run: the keeper launches it once.
    private void giveBack(Map<OpenRun, Fate> fates) {
        List<OpenRun> never = fates.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Fate.NeverLaunched(boolean maybeAsked) && !maybeAsked
                        && entry.getKey().run().attempt() == 0 && entry.getKey().run().isOfSchedule())
                .map(Map.Entry::getKey).toList();
        store.giveBack(never.stream().map(OpenRun::run).toList()).join();
        never.forEach(fates::remove);
    }

    private void settle(OpenRun open, Fate fate) {
        Run run = open.run();
        Optional<ActiveJob> job = job(run.job());
        switch (fate) {
            case Fate.NeverLaunched _ when run.state() == RunState.RUNNING ->
                job.ifPresent(it -> betweenSteps(it, open, run, plan(open)));
            case Fate.NeverLaunched _ -> job.ifPresent(it -> tryAgain(it, run, plan(open)));
            case Fate.GoesOn(Instant startedAt) -> job.ifPresent(it -> goOn(it, open, startedAt));
            case Fate.AllDone(Instant at) -> changed.add(run.ended(plan(open), at));
            case Fate.Over over when !plan(open).isOfOne() -> job.ifPresent(it -> stepOver(it, open, over));
            case Fate.Over over -> changed.add(Recovery.ended(run, over.outcome(), over.at(), over.usage()));
            // The launcher ends what is left of it, and then tells that it is lost.
            case Fate.Unknowable(String _, Instant startedAt, boolean maybeLeft) when maybeLeft ->
                job.ifPresent(it -> goOn(it, open, startedAt));
            case Fate.Unknowable(String why, Instant startedAt, boolean _) -> lost(job, open, why, startedAt);
        }
    }

    private void goOn(ActiveJob job, OpenRun open, Instant startedAt) {
        Run run = open.run().state() == RunState.QUEUED ? open.run().started(startedAt) : open.run();
        if (open.run().state() == RunState.QUEUED) {
            changed.add(run);
        }
        takenOver.add(run);
        LiveRun adopted = LiveRun.adopted(job, run, open.ending(), plan(open));
        adopted.stepStarted(startedAt);
        goOn.add(adopted);
    }

    private void stepOver(ActiveJob job, OpenRun open, Fate.Over over) {
        Progress progress = Progress.of(open.run(), plan(open), over);
        ends.add(progress.stepEnd());
        if (progress.end().isPresent()) {
            changed.add(progress.end().get());
        } else {
            if (open.run().state() == RunState.QUEUED) {
                changed.add(progress.run());
            }
            betweenSteps(job, open, progress.run(), progress.plan());
        }
    }

    private void betweenSteps(ActiveJob job, OpenRun open, Run run, StepPlan plan) {
        takenOver.add(run);
        LiveRun waiting = LiveRun.adopted(job, run, open.ending(), plan);
        betweenSteps.add(waiting);
    }

    private StepPlan plan(OpenRun open) {
        return evidence.plan(open.run());
    }

    private void lost(Optional<ActiveJob> job, OpenRun open, String why, Instant startedAt) {
        Recovery.mendLog(store, open.run());
        if (job.filter(it -> Recovery.isRunAgain(open, it.job)).isPresent()) {
            Run waiting = Recovery.again(open.run(), why, startedAt);
            changed.add(waiting);
            tryAgain(job.orElseThrow(), waiting, new StepPlan(plan(open).steps(), List.of()));
        } else if (Progress.isKept(open.run(), plan(open))) {
            stepOver(job.orElseThrow(), open, new Fate.Over(new Outcome.Lost(why), startedAt, now, null));
        } else {
            changed.add(Recovery.ended(open.run(), new Outcome.Lost(why), now, null));
        }
    }

    private void tryAgain(ActiveJob job, Run run, StepPlan plan) {
        takenOver.add(run);
        tryAgain.add(LiveRun.claimedEarlier(job, run, plan));
    }

    private Optional<ActiveJob> job(String name) {
        ActiveJob known = jobs.get(name);
        return known != null ? Optional.of(known) : store.job(name).map(this::job);
    }

    private ActiveJob job(StoredJob stored) {
        ActiveJob job = new ActiveJob(stored, store.frame(stored), store.lastSuccess(stored.row().id()).orElse(null));
        jobs.put(stored.row().name(), job);
        return job;
    }

    /// The jobs to look after.
    Collection<ActiveJob> jobs() {
        return scheduled;
    }

    /// Runs that a keeper watches.
    List<LiveRun> runsThatGoOn() {
        return goOn;
    }

    /// Runs whose next step is to be launched.
    List<LiveRun> runsBetweenSteps() {
        return betweenSteps;
    }

    /// Runs that are to be launched once more.
    List<LiveRun> runsToTryAgain() {
        return tryAgain;
    }

    /// Runs that go on although it was decided to end them.
    List<LiveRun> decidedEnds() {
        return goOn.stream().filter(LiveRun::isEnding).toList();
    }
}
