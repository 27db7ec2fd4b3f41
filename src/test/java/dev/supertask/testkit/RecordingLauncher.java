package dev.supertask.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.supertask.keeper.AttemptId;
import dev.supertask.keeper.Failure;
import dev.supertask.keeper.PretendKeeper;
import dev.supertask.launch.Launch;
import dev.supertask.launch.Launcher;
import dev.supertask.launch.Watcher;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;

/// Launches nothing: writes down what it is asked, as a keeper would in its journal too, and tells the watchers what
/// the test decides.
public final class RecordingLauncher implements Launcher {
    private static final Watcher DEAF = new Watcher() {
        @Override
        public void started(Launch launch, long pid, Instant at) {
            // Nobody hears it.
        }

        @Override
        public void ended(Launch launch, Outcome outcome, Instant at) {
            // Nobody hears it.
        }
    };

    private final InstantSource clock;
    private final PretendKeeper keeper;
    private final List<RunId> adopted = new ArrayList<>();
    private final List<RunId> expected = new ArrayList<>();
    private final List<RunId> settled = new ArrayList<>();
    private final List<Launch> launched = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final Map<RunId, Live> live = new LinkedHashMap<>();
    private Consumer<Launch> onLaunch = launch -> {};
    private Consumer<Stop> onStop = stop -> {};

    /// A request to end a run.
    public record Stop(RunId run, Duration killAfter) {}

    private record Live(Launch launch, Watcher watcher) {}

    /// A launcher that tells the time of its clock.
    ///
    /// @param journal where its keeper is to write
    public RecordingLauncher(InstantSource clock, Path journal) {
        this.clock = clock;
        this.keeper = new PretendKeeper(journal);
    }

    @Override
    public synchronized void launch(Launch launch, Watcher watcher) {
        launched.add(launch);
        keeper.intended(id(launch), clock.instant());
        live.put(launch.run(), new Live(launch, watcher));
        onLaunch.accept(launch);
    }

    @Override
    public synchronized void stop(RunId run, Duration killAfter) {
        Stop stop = new Stop(run, killAfter);
        stops.add(stop);
        onStop.accept(stop);
    }

    @Override
    public synchronized void adopt(Launch earlier, Watcher watcher) {
        RunId run = earlier.run();
        adopted.add(run);
        Live kept = live.get(run);
        AttemptId id = id(earlier);
        if (kept != null && id(kept.launch()).equals(id)) {
            live.put(run, new Live(kept.launch(), watcher));
        } else {
            Launch known = launched.stream().filter(launch -> id(launch).equals(id)).findFirst().orElseThrow();
            watcher.ended(known, new Outcome.Lost("its keeper died"), clock.instant());
        }
    }

    @Override
    public synchronized void expect(RunId run, int attempt, int step) {
        expected.add(run);
    }

    @Override
    public synchronized void settled(RunId run, int attempt, int step) {
        settled.add(run);
    }

    /// Whoever watched is gone; what runs goes on.
    public synchronized void watchersDie() {
        live.replaceAll((run, it) -> new Live(it.launch(), DEAF));
    }

    /// What runs dies with its keeper and whoever watched; another keeper is there.
    public synchronized void keeperDies() {
        live.clear();
        keeper.die();
    }

    /// All dies with the machine; another keeper is there.
    ///
    /// @param boot the one that is over
    /// @param left whether the keeper had left in good order before that
    public synchronized void machineDies(String boot, boolean left) {
        live.clear();
        keeper.dieWithMachine(boot, left);
    }

    @Override
    public synchronized void close() {
        live.clear();
        keeper.close();
    }

    /// What was adopted, oldest first.
    public synchronized List<RunId> adopted() {
        return List.copyOf(adopted);
    }

    /// What an earlier process may have asked for, oldest first.
    public synchronized List<RunId> expected() {
        return List.copyOf(expected);
    }

    private static AttemptId id(Launch launch) {
        return new AttemptId(launch.run().text(), launch.attempt(), launch.step());
    }

    /// Whose end may be forgotten, in that order.
    public synchronized List<RunId> settled() {
        return List.copyOf(settled);
    }

    /// What is done at each launch, before it returns.
    public synchronized void onLaunch(Consumer<Launch> action) {
        onLaunch = action;
    }

    /// What is done at each stop, before it returns.
    public synchronized void onStop(Consumer<Stop> action) {
        onStop = action;
    }

    /// Everything that was launched, oldest first.
    public synchronized List<Launch> launched() {
        return List.copyOf(launched);
    }

    /// Everything that was stopped, oldest first.
    public synchronized List<Stop> stops() {
        return List.copyOf(stops);
    }

    /// Launches that have not ended.
    public synchronized List<RunId> live() {
        return List.copyOf(live.keySet());
    }

    /// Tells that a launch runs.
    public synchronized void start(RunId run) {
        Live it = live.get(run);
        keeper.running(id(it.launch()), clock.instant());
        it.watcher().started(it.launch(), 4711, clock.instant());
    }

    /// Tells that a launch wrote something.
    public synchronized void write(RunId run, String output) {
        Live it = live.get(run);
        it.watcher().wrote(it.launch(), StandardCharsets.UTF_8.encode(output));
    }

    /// Tells that a launch has ended.
    public synchronized void end(RunId run, Outcome outcome) {
        Instant now = clock.instant();
        Live it = live.remove(run);
        AttemptId attempt = id(it.launch());
        switch (outcome) {
            case Outcome.Exited(int status) -> keeper.ended(attempt, status, now);
            case Outcome.Explained(int status, String _) -> keeper.ended(attempt, status, now);
            case Outcome.NotStarted(int status, String why) ->
                keeper.failed(attempt, new Failure(status, why), now);
            case Outcome.Signalled(int signal) -> keeper.ended(attempt, 128 + signal, now);
            case Outcome.Ended _,Outcome.Lost _ -> {
                // A keeper knows nothing of these.
            }
        }
        it.watcher().ended(it.launch(), outcome, now);
    }

    /// Tells of everything live that it ran and ended well.
    public synchronized void endAll() {
        for (RunId run : live()) {
            start(run);
            end(run, new Outcome.Exited(0));
        }
    }
}
