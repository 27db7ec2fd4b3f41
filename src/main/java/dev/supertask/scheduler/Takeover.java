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
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OpenRun;
import dev.supertask.store.StoredJob;

/// A new scheduler takes over what an earlier one left: each open run is gone on with, settled, tried again,
/// or given back, and the jobs are loaded.
final class Takeover {
    private final NamespaceStore store;
    private final Instant now;

    private final Map<String, ActiveJob> jobs = new LinkedHashMap<>();
    private final List<ActiveJob> scheduled = new ArrayList<>();
    private final List<Run> changed = new ArrayList<>();
    private final List<Run> takenOver = new ArrayList<>();
    private final List<LiveRun> goOn = new ArrayList<>();
    private final List<LiveRun> tryAgain = new ArrayList<>();

    Takeover(NamespaceStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /// Does it.
    ///
    /// @return the runs that are over, or wait for another attempt, for what happened meanwhile
    List<Run> settle() {
        Evidence evidence = Evidence.of(store, now);
        Map<OpenRun, Fate> fates = new LinkedHashMap<>();
        evidence.orphans().forEach(open -> fates.put(open, Fate.of(open, evidence)));
        giveBack(fates);
        store.definedJobs().forEach(stored -> scheduled.add(job(stored)));
        fates.forEach(this::settle);
        changed.stream().map(store::update).toList().forEach(written -> written.join());
        store.takeOver(takenOver).join();
        return changed;
    }

    /// Before the jobs are loaded, because it moves their plans. What a keeper may have been asked for is asked for
    /// again instead, as the same run: the keeper launches it once.
    private void giveBack(Map<OpenRun, Fate> fates) {
        List<OpenRun> never = fates.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Fate.NeverLaunched(boolean maybeAsked) && !maybeAsked
                        && entry.getKey().run().attempt() == 0)
                .map(Map.Entry::getKey).toList();
        store.giveBack(never.stream().map(OpenRun::run).toList()).join();
        never.forEach(fates::remove);
    }

    private void settle(OpenRun open, Fate fate) {
        Run run = open.run();
        Optional<ActiveJob> job = job(run.job());
        switch (fate) {
            case Fate.NeverLaunched _ -> job.ifPresent(it -> tryAgain(it, run));
            case Fate.GoesOn(Instant startedAt) -> job.ifPresent(it -> goOn(it, open, startedAt));
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
        goOn.add(LiveRun.adopted(job, run, open.ending()));
    }

    private void lost(Optional<ActiveJob> job, OpenRun open, String why, Instant startedAt) {
        Recovery.mendLog(store, open.run());
        if (job.filter(it -> Recovery.isRunAgain(open, it.job)).isPresent()) {
            Run waiting = Recovery.again(open.run(), why, startedAt);
            changed.add(waiting);
            tryAgain(job.orElseThrow(), waiting);
        } else {
            changed.add(Recovery.ended(open.run(), new Outcome.Lost(why), now, null));
        }
    }

    private void tryAgain(ActiveJob job, Run run) {
        takenOver.add(run);
        tryAgain.add(LiveRun.claimedEarlier(job, run));
    }

    private Optional<ActiveJob> job(String name) {
        ActiveJob known = jobs.get(name);
        return known != null ? Optional.of(known) : store.job(name).map(this::job);
    }

    private ActiveJob job(StoredJob stored) {
        ActiveJob job = new ActiveJob(stored, store.lastSuccess(stored.row().id()).orElse(null));
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

    /// Runs that are to be launched once more.
    List<LiveRun> runsToTryAgain() {
        return tryAgain;
    }

    /// Runs that go on although it was decided to end them.
    List<LiveRun> decidedEnds() {
        return goOn.stream().filter(LiveRun::isEnding).toList();
    }
}
