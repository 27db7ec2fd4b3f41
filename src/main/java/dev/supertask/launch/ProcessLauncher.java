package dev.supertask.launch;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;

import dev.supertask.keeper.Exit;
import dev.supertask.keeper.Failure;
import dev.supertask.keeper.Keeper;
import dev.supertask.keeper.Listener;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;

/// Launches on this machine: each attempt in a session, and so a process group, of its own, with
/// `/dev/null` to read from and its log to write to. Asked again for an attempt that it has launched
/// before, it does nothing.
///
/// A stopped run is told to have ended when nothing of it is left, even where its first process ended
/// long before that; the instant is then that of the telling.
public final class ProcessLauncher implements Launcher {
    private final InstantSource clock;
    private final Keeper keeper;

    /// A launcher.
    ///
    /// @param clock where the instants come from that watchers are told
    public ProcessLauncher(InstantSource clock) {
        this.clock = clock;
        this.keeper = new Keeper(clock);
    }

    @Override
    public void launch(Launch launch, Watcher watcher) {
        keeper.start(Orders.of(launch), new WatchingListener(launch, watcher));
    }

    @Override
    public void stop(RunId run, Duration killAfter) {
        keeper.stop(run.text(), killAfter);
    }

    @Override
    public void close() {
        keeper.close();
    }

    private final class WatchingListener implements Listener {
        private final Launch launch;
        private final Watcher watcher;

        WatchingListener(Launch launch, Watcher watcher) {
            this.launch = launch;
            this.watcher = watcher;
        }

        @Override
        public void started(int pid) {
            watcher.started(launch, pid, clock.instant());
        }

        @Override
        public boolean wrote(int stream, ByteBuffer bytes) {
            watcher.wrote(launch, bytes.asReadOnlyBuffer());
            return true;
        }

        @Override
        public void ended(Exit exit) {
            watcher.used(launch, Orders.usage(exit));
            watcher.ended(launch, Orders.outcome(exit), clock.instant());
        }

        @Override
        public void failed(Failure failure) {
            watcher.ended(launch, new Outcome.NotStarted(failure.status(), failure.why()), clock.instant());
        }
    }
}
