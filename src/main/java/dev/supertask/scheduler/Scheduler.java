package dev.supertask.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.supertask.launch.Launcher;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.store.NamespaceStore;

/// Looks after the jobs of one namespace. [#tick] does everything that is due at an instant; whoever
/// calls it sleeps until the instant that it returns, or until woken.
///
/// An occurrence goes through three hands: [Claims] writes its record, up to a second before its time; at
/// its time it is due, and launched, skipped or kept in its job's backlog; a launcher then reports what
/// becomes of it. Not thread-safe: one thread calls it, launchers report through a queue.
public final class Scheduler {
    private final NamespaceStore store;
    private final Launcher launcher;
    private final Events events;
    private final Settings settings;
    private final Reports reports;
    private final Launches starts;
    private final Stepping stepping;
    private final Arrivals arrivals;

    private final Agenda agenda = new Agenda();
    private final Stops stops;
    private final Requests requests;
    private final FollowUps followUps;
    private final Map<String, ActiveJob> jobs = new HashMap<>();
    private final LaunchQueue launches = new LaunchQueue();
    private final Map<RunId, LiveRun> live = new LinkedHashMap<>();
    private boolean startNothing;
    private boolean anyUnsuccessful;

    /// A scheduler for the stored jobs of a namespace.
    ///
    /// @param store the namespace's open database
    /// @param launcher starts runs
    /// @param events is told what happens
    /// @param settings the world around it
    /// @param wake called from any thread when there is something for a tick to do
    public Scheduler(NamespaceStore store, Launcher launcher, Events events, Settings settings, Runnable wake) {
        this.store = store;
        this.launcher = launcher;
        this.events = events;
        this.settings = settings;
        this.reports = new Reports(events, wake);
        this.starts = new Launches(store, store.folder(), launcher, reports, settings);
        this.stepping = new Stepping(store.folder(), launcher);
        this.arrivals = new Arrivals(reports, stepping, live, launches, agenda);
        this.stops = new Stops(store, launcher);
        this.requests = new Requests(wake);
        this.followUps = new FollowUps(store, jobs);
    }

    /// Takes stock: settles what a dead scheduler left, goes on with what still runs, loads the jobs, claims
    /// start-up occurrences.
    public void start(Instant now) {
        Takeover takeover = new Takeover(store, now);
        takeover.settle().forEach(run -> {
            if (run.state() != RunState.RUNNING) {
                launcher.settled(run.id(), run.attempt());
            }
            tell(run);
        });
        takeover.runsThatGoOn().forEach(run -> {
            live.put(run.run().id(), run);
            launcher.adopt(starts.earlier(run), reports.watcher(run));
        });
        takeover.runsBetweenSteps().forEach(run -> {
            expect(run);
            stepping.goOn(run);
        });
        takeover.runsToTryAgain().forEach(run -> {
            expect(run);
            launches.add(run);
        });
        launcher.adoptedAll();
        followUps.start();
        Claims claims = new Claims(store, settings, now);
        takeover.jobs().forEach(job -> {
            jobs.put(job.job.name(), job);
            claims.startUp(job);
            agenda.add(job);
        });
        commit(List.of(), claims, now);
        stops.goOn(takeover.decidedEnds());
    }

    /// It is to be launched; an earlier scheduler may have asked for that already.
    private void expect(LiveRun run) {
        live.put(run.run().id(), run);
        launcher.expect(run.run().id(), run.attempt(), run.step());
    }

    /// Does everything that is due.
    ///
    /// @return when it has to be called again at the latest, unless woken before; empty: only when woken
    public Optional<Instant> tick(Instant now) {
        List<Run> changed = arrivals.take(startNothing);
        requests.serve(this, now);
        giveBackMissed(now);
        // First what is claimed already: it need not wait for the disk.
        changed.addAll(decideDue(now));
        launch(now);
        commit(changed, claimAhead(now), now);
        // What follows an end may be over itself at once, and due at once.
        do {
            Claims following = new Claims(store, settings, now);
            if (!startNothing) {
                followUps.follow(following);
            }
            commit(decideDue(now), following, now);
        } while (!startNothing && (!followUps.isEmpty() || launches.isDue(now)));
        launch(now);
        stops.endWhatTookTooLong(live.values(), now);
        return nextWake();
    }

    /// What was claimed ahead just before the machine slept or its clock jumped is caught up like the rest.
    private void giveBackMissed(Instant now) {
        List<LiveRun> missed = startNothing ? List.of() : launches.takeMissed(now.minus(Occurrences.AWAY));
        if (!missed.isEmpty()) {
            store.giveBack(missed.stream().map(LiveRun::run).toList()).join();
            missed.forEach(run -> {
                live.remove(run.run().id());
                agenda.remove(run.job);
                run.job.givenBack(run.dueAt());
                agenda.add(run.job);
            });
        }
    }

    private Claims claimAhead(Instant now) {
        Claims claims = new Claims(store, settings, now);
        Instant horizon = now.plus(Claims.AHEAD);
        for (Optional<ActiveJob> job = due(horizon); job.isPresent(); job = due(horizon)) {
            claims.due(job.get());
            agenda.add(job.get());
        }
        agenda.takeReplanned().forEach(claims::replanned);
        return claims;
    }

    private Optional<ActiveJob> due(Instant horizon) {
        return startNothing ? Optional.empty() : agenda.poll(horizon);
    }

    /// One commit for all that a tick writes. Nothing is launched or told before it is on the disk.
    private void commit(List<Run> changed, Claims claims, Instant now) {
        new Commit(store).write(changed, stepping.ends(), claims, followUps.takeHandled());
        stepping.recorded().forEach(run -> starts.launch(run, now));
        claims.toLaunch().forEach(run -> {
            live.put(run.run().id(), run);
            launches.add(run);
        });
        changed.forEach(this::tell);
        claims.never().forEach(this::tell);
        changed.forEach(followUps::ended);
        claims.never().forEach(followUps::ended);
    }

    private void tell(Run run) {
        anyUnsuccessful |= run.state().unsuccessful();
        switch (run.state()) {
            case SKIPPED, MISSED -> events.never(run);
            case RUNNING -> events.started(run);
            case QUEUED -> {
                Optional.ofNullable(live.get(run.id())).ifPresent(launches::again);
                events.again(run);
            }
            case SUCCEEDED, FAILED, TIMED_OUT, STOPPED, LOST -> events.ended(run);
        }
    }

    /// Returns what was skipped.
    private List<Run> decideDue(Instant now) {
        List<Run> skipped = startNothing ? List.of() : launches.decide(now);
        skipped.forEach(run -> live.remove(run.id()));
        return skipped;
    }

    private void launch(Instant now) {
        long room = settings.maxRuns() - live.values().stream().filter(LiveRun::isLaunched).count();
        for (; !startNothing && room > 0; room--) {
            Optional<LiveRun> next = launches.poll();
            if (next.isEmpty()) {
                return;
            }
            starts.launch(next.get(), now);
        }
    }

    private Optional<Instant> nextWake() {
        Stream<Instant> deadlines = live.values().stream().flatMap(run -> run.deadline().stream());
        Stream<Instant> due = startNothing
                ? Stream.empty()
                : Stream.concat(launches.nextDue().stream(),
                        agenda.next().stream().map(next -> next.minus(Claims.AHEAD)));
        return Stream.concat(deadlines, due).min(Comparator.naturalOrder());
    }

    /// From now on nothing new is launched; what is claimed and not launched is given back, as if it had never
    /// been claimed: the next scheduler will find it due.
    public void startNothingNew() {
        startNothing = true;
        List<LiveRun> given = live.values().stream().filter(run -> !run.isLaunched()).toList();
        given.forEach(run -> live.remove(run.run().id()));
        launches.clear();
        store.giveBack(given.stream().filter(LiveRun::mayBeGivenBack).map(LiveRun::run).toList()).join();
    }

    /// The wall clock has jumped: what is measured by it since before then goes on as if it had not.
    public void clockJumped(Duration jump) {
        live.values().forEach(run -> run.clockJumped(jump));
    }

    /// Ends every live run that is not being ended already.
    ///
    /// @param why becomes the runs' reason
    /// @param atOnce whether to kill without asking first
    public void stopRuns(String why, boolean atOnce) {
        stops.endAll(live.values(), why, atOnce);
    }

    /// Has something done on the loop's thread, within the next tick; from any thread.
    ///
    /// @return what comes of it; a [dev.supertask.problem.Refusal] where the scheduler ends before
    public <T> CompletableFuture<T> ask(Request<T> request) {
        return requests.add(request);
    }

    /// Nothing is asked of it any more: it will not be called again.
    public void close() {
        requests.close();
    }

    /// Runs that are claimed or launched and have not ended, oldest first.
    public List<Run> liveRuns() {
        return live.values().stream().map(LiveRun::run).toList();
    }

    /// What it does now.
    public Status status() {
        Optional<ActiveJob> next = agenda.peek();
        return new Status(jobs.size(), (int) live.values().stream().filter(LiveRun::isLaunched).count(),
                next.map(job -> job.job.name()).orElse(null), next.flatMap(ActiveJob::next).orElse(null));
    }

    /// Whether nothing runs and nothing will ever be due.
    public boolean finished() {
        return live.isEmpty() && (startNothing || (agenda.isEmpty() && followUps.isEmpty()));
    }

    /// Whether a run of this scheduler ended other than it should, or an occurrence was missed.
    public boolean anyUnsuccessful() {
        return anyUnsuccessful;
    }
}
