package dev.supertask.launch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

import dev.supertask.keeper.AttemptId;
import dev.supertask.keeper.KeeperFiles;
import dev.supertask.run.RunId;

/// Launches on this machine, as children of a keeper that outlives this process: what runs goes on when
/// this process dies, and the next one [adopts][#adopt] it.
///
/// When the keeper dies, what it ran can be watched no longer: what is left of it is ended, and it is
/// [dev.supertask.run.Outcome.Lost]. Another keeper is started for later launches.
public final class KeeperLauncher implements Launcher {
    private final Roster roster;
    private final Lifeline lifeline;

    private KeeperLauncher(Roster roster, Lifeline lifeline) {
        this.roster = roster;
        this.lifeline = lifeline;
    }

    /// Connects to the keeper that lives, or starts one; does not wait for that. What is asked for meanwhile
    /// is done afterwards.
    ///
    /// @param files where the keeper is, or is to be
    /// @param clock where the instants of what the keeper does not tell come from
    /// @param killAfter how long what is left of a lost run has between SIGTERM and SIGKILL
    /// @param notice is told, once each time, that the keeper died or cannot be started
    public static KeeperLauncher connectOrStart(KeeperFiles files, InstantSource clock, Duration killAfter,
            Consumer<String> notice) {
        Roster roster = new Roster(clock, killAfter, notice);
        Lifeline lifeline = new Lifeline(files, roster);
        lifeline.begin();
        return new KeeperLauncher(roster, lifeline);
    }

    @Override
    public void launch(Launch launch, Watcher watcher) {
        watch(new Watch(launch, Orders.of(launch), watcher));
    }

    @Override
    public void adopt(Launch earlier, Watcher watcher) {
        watch(new Watch(earlier, null, watcher));
    }

    @Override
    public void expect(RunId run, int attempt, int step) {
        roster.expect(new AttemptId(run.text(), attempt, step));
    }

    private void watch(Watch watch) {
        if (roster.watch(watch)) {
            lifeline.want();
        }
    }

    @Override
    public void adoptedAll() {
        roster.adoptedAll();
    }

    @Override
    public void settled(RunId run, int attempt, int step) {
        roster.settled(new AttemptId(run.text(), attempt, step));
    }

    @Override
    public void stop(RunId run, Duration killAfter) {
        roster.stop(run.text(), killAfter);
    }

    @Override
    public void listen(boolean on) {
        roster.listen(on);
    }

    /// Leaves the keeper. What runs is kept, and the keeper leaves after its end; what was asked for before
    /// there was a keeper is not started.
    @Override
    public void close() {
        lifeline.close();
        roster.close();
    }
}
