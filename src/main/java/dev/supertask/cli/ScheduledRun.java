package dev.supertask.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.supertask.problem.ExitCode;
import dev.supertask.scheduler.Clocks;
import dev.supertask.scheduler.Nap;
import dev.supertask.scheduler.Scheduler;
import dev.supertask.scheduler.SchedulerLoop;
import dev.supertask.scheduler.SchedulerLoop.Farewell;
import dev.supertask.scheduler.Settings;
import dev.supertask.socket.Door;
import dev.supertask.store.StoreFolder;
import dev.supertask.systemd.NotifySocket;
import org.jspecify.annotations.Nullable;

/// Runs schedulers in the foreground, one for each namespace, until nothing is left to do or a signal ends it.
final class ScheduledRun {
    private final SupertaskCommand root;
    private final World world;
    private final Farewell farewell;
    private final boolean followOutput;
    private final Console console;
    private final boolean terminal;
    private final Optional<NotifySocket> manager;
    private final AtomicReference<Interrupts.@Nullable Kind> interrupt = new AtomicReference<>();

    ScheduledRun(SupertaskCommand root, Farewell farewell, boolean followOutput) {
        this.root = root;
        this.world = root.world();
        this.farewell = farewell;
        this.followOutput = followOutput;
        this.console = new Console(root, followOutput);
        this.terminal = ControllingTerminal.present();
        this.manager = NotifySocket.of(world.environment(), ProcessHandle.current().pid());
    }

    /// Runs until the end.
    ///
    /// @return 130 or 143 after a signal, else 1 if a run did not succeed, else 0
    int run(List<JobsToRun> texts) {
        texts.forEach(text -> text.warnings().forEach(console::problem));
        Nap nap = new Nap();
        List<Session> sessions = new ArrayList<>();
        try {
            for (JobsToRun text : texts) {
                sessions.add(open(text, nap));
            }
            List<Scheduler> schedulers = sessions.stream().map(Session::scheduler).toList();
            SchedulerLoop loop = new SchedulerLoop(schedulers, new Clocks(world.clock(), SystemTime::nanos), nap,
                    farewell, console::jumped, pulse(schedulers));
            try (Interrupts _ = Interrupts.catching(new FirstOfBurst(world.clock(), kind -> caught(kind, loop)))) {
                manager.ifPresent(NotifySocket::ready);
                loop.run();
            }
            return exitStatus(schedulers);
        } finally {
            manager.ifPresent(NotifySocket::stopping);
            sessions.reversed().forEach(Session::close);
            console.close();
        }
    }

    private Runnable pulse(List<Scheduler> schedulers) {
        return manager.<Runnable>map(it -> new ServicePulse(it, schedulers, world, SystemTime::nanos)).orElse(() -> {});
    }

    private Session open(JobsToRun text, Nap nap) {
        StoreFolder store = root.store();
        Door door = root.door(store);
        Instant since = Instant.ofEpochMilli(world.clock().millis());
        Settings settings = Settings.of(world.host(), world.environment(), since);
        Session session = Session.open(store, door, text.namespaceId(), console::say);
        try {
            console.applied(text, Progress.during(root, "storing the jobs of " + text.source(),
                    () -> text.text().apply(session.desk())));
            // Before anything is listed: a listing settles what was lost, and it is to be told.
            session.start(console, followOutput, settings, nap);
            console.overview(session.desk(), store.inMemory());
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /// Without a terminal nobody hangs up: SIGHUP is how an administrator asks a daemon to read its text again.
    private void caught(Interrupts.Kind kind, SchedulerLoop loop) {
        if (kind == Interrupts.Kind.HUP && !terminal) {
            console.noReload();
        } else {
            end(kind, loop);
        }
    }

    private void end(Interrupts.Kind kind, SchedulerLoop loop) {
        boolean again = interrupt.getAndSet(kind) != null;
        manager.ifPresent(NotifySocket::stopping);
        console.ending(kind, again, farewell);
        loop.end("supertask was ended by " + kind.word());
    }

    private int exitStatus(List<Scheduler> schedulers) {
        Interrupts.Kind kind = interrupt.get();
        if (kind != null) {
            return kind.exitCode().status();
        }
        return schedulers.stream().anyMatch(Scheduler::anyUnsuccessful)
                ? ExitCode.FAILED.status()
                : ExitCode.GOOD.status();
    }
}
