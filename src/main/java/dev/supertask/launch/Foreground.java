package dev.supertask.launch;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

import dev.supertask.keeper.Attended;
import dev.supertask.keeper.Exit;
import dev.supertask.keeper.Failure;
import dev.supertask.keeper.Listener;
import dev.supertask.keeper.RawOutput;
import dev.supertask.keeper.Spawn;
import dev.supertask.run.Outcome;

/// A launch in the foreground, as inline `once` commands have it: the program reads this process's stdin,
/// and what it writes to stdout and stderr goes to this process's stdout and stderr, byte for byte, and to
/// its log as well, in the order in which it arrives.
///
/// With a controlling terminal the program stays in this process's group, so that the terminal's Ctrl-C
/// and job control reach both; without one it gets a group of its own. When the reader of our stdout has
/// gone (`| head`), the program's stdout is closed too, and it gets SIGPIPE as it would without us.
public final class Foreground {
    private static final int SIGINT = 2;
    private static final int SIGQUIT = 3;

    private final Launch launch;
    private final Watcher watcher;
    private final InstantSource clock;
    private final Interlude interlude;
    private final Terminal terminal = Terminal.ofThisProcess();
    private final Attended attended;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    /// A program that is not started yet.
    ///
    /// @param watcher told as by a [Launcher], on the thread that [runs][#run] it
    /// @param interlude called around what is written to stdout and stderr
    public Foreground(Launch launch, Watcher watcher, InstantSource clock, Interlude interlude) {
        this.launch = launch;
        this.watcher = watcher;
        this.clock = clock;
        this.interlude = interlude;
        Spawn.Group group = terminal.present() ? Spawn.Group.SHARED : Spawn.Group.OWN;
        this.attended = new Attended(Orders.inForeground(launch, group), new Tee(), clock);
    }

    /// Starts it and waits until it has ended. To be called once.
    public Outcome run() {
        attended.run();
        return outcome.join();
    }

    /// Passes a signal on to the program. SIGTERM and SIGHUP must always be passed on. SIGINT and SIGQUIT
    /// are not where the terminal has sent them to the program as well, which gets each of them once.
    ///
    /// @return false when there was nobody to pass it on to: it has not started yet, or ended already
    public boolean signal(int signal) {
        boolean fromTerminal = signal == SIGINT || signal == SIGQUIT;
        return fromTerminal && terminal.reachesThisGroup() || attended.signal(signal);
    }

    /// Ends it and everything it started, as [Launcher#stop]; before its start, sees to it that it is not
    /// started.
    public void stop(Duration killAfter) {
        attended.stop(killAfter);
    }

    private final class Tee implements Listener {
        @Override
        public void started(int pid) {
            watcher.started(launch, pid, clock.instant());
        }

        @Override
        public boolean wrote(int stream, ByteBuffer bytes) {
            interlude.before();
            boolean written = RawOutput.write(stream, bytes);
            interlude.after(bytes.get(bytes.limit() - 1) == '\n');
            watcher.wrote(launch, bytes.asReadOnlyBuffer());
            return written;
        }

        @Override
        public void ended(Exit exit) {
            end(Orders.outcome(exit));
        }

        @Override
        public void failed(Failure failure) {
            end(new Outcome.NotStarted(failure.status(), failure.why()));
        }

        private void end(Outcome how) {
            outcome.complete(how);
            watcher.ended(launch, how, clock.instant());
        }
    }
}
