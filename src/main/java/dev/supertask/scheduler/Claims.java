package dev.supertask.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.supertask.run.Cause;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.schedule.Frame;
import dev.supertask.store.Claim;
import dev.supertask.store.NamespaceStore;
import org.jspecify.annotations.Nullable;

/// What one tick claims: run records of occurrences that are due now or very soon, to be written in one commit
/// before any of them is launched.
final class Claims {
    /// So early an occurrence may be claimed, so that its launch need not wait for the disk.
    static final Duration AHEAD = Duration.ofSeconds(1);

    private final NamespaceStore store;
    private final Settings settings;
    private final Instant now;
    private final List<Claim> claims = new ArrayList<>();
    private final List<LiveRun> toLaunch = new ArrayList<>();
    private final List<Run> never = new ArrayList<>();
    private @Nullable RunId lastId;

    Claims(NamespaceStore store, Settings settings, Instant now) {
        this.store = store;
        this.settings = settings;
        this.now = now;
    }

    boolean isEmpty() {
        return claims.isEmpty();
    }

    List<Claim> claims() {
        return claims;
    }

    List<LiveRun> toLaunch() {
        return toLaunch;
    }

    List<Run> never() {
        return never;
    }

    /// Takes a job's due occurrences, and moves its plan on.
    void due(ActiveJob job) {
        List<Run> records = new ArrayList<>();
        Optional<Occurrences> due = Occurrences.due(job.job, job.frame(), job.plannedThrough(),
                new Occurrences.Moment(now, now.plus(AHEAD), settings.since()));
        Instant through = due.map(Occurrences::plannedThrough).orElse(job.plannedThrough());
        due.ifPresent(occurrences -> {
            occurrences.missed().forEach(missed -> records.addAll(missed(job, missed)));
            occurrences.launch().forEach(slot -> records.add(claim(job, slot.at(), slot.trigger())));
        });
        job.planned(through, job.job.next(through, job.frame()).orElse(null));
        add(job, records);
    }

    /// Takes the occurrences of this start of the machine, if the job has one that is not taken yet, and of this start
    /// of the scheduler.
    void startUp(ActiveJob job) {
        List<Run> records = new ArrayList<>();
        if (job.job.enabled() && job.job.runsAtBoot() && !job.bootId().equals(settings.boot().id())) {
            job.booted(settings.boot().id());
            records.add(claim(job, settings.boot().startedAt(), Trigger.START_UP));
        }
        if (job.job.enabled() && job.job.runsAtStart()) {
            records.add(claim(job, settings.since(), Trigger.START_UP));
        }
        if (!records.isEmpty()) {
            add(job, records);
        }
    }

    /// Takes what follows the ends of other jobs' runs.
    ///
    /// @param slot the occurrence of these runs, or null where they have none
    /// @param upstream these runs
    /// @param whyNot why it is not launched, or null where it is
    void after(ActiveJob job, @Nullable Instant slot, List<RunId> upstream, @Nullable String whyNot) {
        Run run = Run.queued(newId(), job.job.name(), job.version, Trigger.AFTER, slot, settings.host())
                .from(new Cause(Map.of(), upstream, null));
        if (whyNot == null) {
            toLaunch.add(LiveRun.claimed(job, run));
            add(job, List.of(run));
        } else {
            Run skipped = run.skipped(whyNot, now);
            never.add(skipped);
            add(job, List.of(skipped));
        }
    }

    /// Takes note of a plan that has changed without an occurrence.
    void replanned(ActiveJob job) {
        add(job, List.of());
    }

    /// Forgets what turned out to have a record already, as when the machine started at the very second of
    /// another occurrence.
    void drop(Set<RunId> taken) {
        if (!taken.isEmpty()) {
            toLaunch.removeIf(run -> taken.contains(run.run().id()));
            never.removeIf(run -> taken.contains(run.id()));
        }
    }

    private void add(ActiveJob job, List<Run> records) {
        claims.add(new Claim(job.id, records, job.plannedThrough(), job.next().orElse(null), job.bootId()));
    }

    private Run claim(ActiveJob job, Instant slot, Trigger trigger) {
        Run run = Run.queued(newId(), job.job.name(), job.version, trigger, slot, settings.host());
        toLaunch.add(LiveRun.claimed(job, run));
        return run;
    }

    private List<Run> missed(ActiveJob job, Occurrences.Missed missed) {
        Optional<Instant> slot = missed.from() == null
                ? Optional.of(missed.at())
                : lastFree(job, missed.from(), missed.at());
        List<Run> records = slot.stream().map(at -> Run.never(newId(), job.job.name(), job.version, at,
                RunState.MISSED, missed.why(), now, settings.host())).toList();
        never.addAll(records);
        return records;
    }

    /// The last occurrence without a record: after a claim was given back, later ones may have theirs already, and a
    /// record that stands for others must not be taken for one of these.
    private Optional<Instant> lastFree(ActiveJob job, Instant from, Instant to) {
        Frame frame = job.frame().withIdleSince(null);
        Set<Instant> taken = store.slots(job.id, from, to);
        Optional<Instant> slot = Optional.of(to);
        while (slot.filter(taken::contains).isPresent()) {
            slot = job.job.latest(from.minusNanos(1), slot.get().minusNanos(1), frame);
        }
        return slot;
    }

    /// Ids of one tick are in the order of their making, so that listings are.
    private RunId newId() {
        RunId id = lastId == null ? RunId.create(now, settings.random()) : lastId.successor();
        lastId = id;
        return id;
    }
}
