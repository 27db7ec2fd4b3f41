package dev.supertask.keeper;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The parent of running processes: starts them, keeps their logs, notices their ends and stops them.
///
/// Two threads start processes, since one does not keep two cores busy; one thread does all the rest,
/// however many run.
public final class Keeper implements AutoCloseable {
    private static final int STARTERS = 2;
    private static final int MOST_REMEMBERED = 100_000;

    private final InstantSource clock;
    private final EventLoop loop = new EventLoop();
    private final Map<String, Supervision> live = new ConcurrentHashMap<>();
    private final Predicate<Order> isNew;
    private final Stopper stopper = new Stopper(live::size);
    private final ThreadPoolExecutor starters = new ThreadPoolExecutor(STARTERS, STARTERS, 10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("supertask-start-", 1).factory());
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean finished;

    private final Supervision.Owner owner = new Supervision.Owner() {
        @Override
        public void exitedWhileStopping() {
            stopper.look();
        }

        @Override
        public void over(Supervision supervision) {
            live.remove(supervision.order().run(), supervision);
        }
    };

    /// A keeper with its threads.
    ///
    /// @param clock tells logs what time it is
    public Keeper(InstantSource clock) {
        this(clock, new Started());
    }

    /// A keeper with its threads.
    ///
    /// @param isNew whether an attempt was not asked for before; asked once for each request
    Keeper(InstantSource clock, Predicate<Order> isNew) {
        this.clock = clock;
        this.isNew = isNew;
        Spawner.link();
        starters.allowCoreThreadTimeOut(true);
        thread = Thread.ofPlatform().daemon().name("supertask-keeper").start(this::watch);
    }

    /// Starts one step of an attempt very soon; what becomes of it is told to the listener, on threads of this
    /// keeper.
    ///
    /// @return false, and nothing is done, when this step of this attempt was started before, so that a
    ///         start may safely be asked for twice; or when this keeper is closed
    public boolean start(Order order, Listener listener) {
        if (closed || !isNew.test(order)) {
            return false;
        }
        Supervision supervision = new Supervision(loop, order, listener, owner, clock);
        live.put(order.run(), supervision);
        starters.execute(() -> {
            if (!closed) {
                supervision.start();
            }
        });
        return true;
    }

    /// Asks a run to end: SIGTERM to its process group now; `killAfter` later SIGKILL to it and to
    /// everything else that carries its id in its environment, until nothing is left. Its end is told
    /// after that. Does nothing for a run that is not running here.
    public void stop(String run, Duration killAfter) {
        Supervision supervision = live.get(run);
        if (supervision != null) {
            stopper.stop(supervision, killAfter);
        }
    }

    /// Asks all runs to end, as [#stop].
    void stopAll(Duration killAfter) {
        live.values().forEach(supervision -> stopper.stop(supervision, killAfter));
    }

    /// When the first process of a run started, in clock ticks since boot; 0 when it was reaped already.
    long startTicks(String run, int pid) {
        Supervision supervision = live.get(run);
        Child child = supervision == null ? null : supervision.child();
        return child == null || child.pid() != pid ? 0 : child.startTicks();
    }

    /// The inodes of the pipes that a run was given to write to.
    List<Long> pipes(String run) {
        Supervision supervision = live.get(run);
        return supervision == null ? List.of() : supervision.pipes();
    }

    /// Stops watching: nothing is told any more, and what has not been started is not started. What runs
    /// goes on, until it writes to its output, which nobody reads any more.
    @Override
    public void close() {
        closed = true;
        starters.shutdown();
        stopper.close();
        try {
            // What is just being started must be known before everything is let go of.
            starters.awaitTermination(5, TimeUnit.SECONDS);
            loop.execute(() -> finished = true);
            if (!Thread.currentThread().equals(thread)) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!finished) {
            loop.turn();
        }
        live.values().forEach(Supervision::abandon);
        loop.close();
    }

    private static final class Started implements Predicate<Order> {
        private final SequencedSet<AttemptId> before = new LinkedHashSet<>();

        // Bounded, for a scheduler lives for months; whoever asks twice asks within seconds.
        @Override
        public synchronized boolean test(Order order) {
            if (before.size() >= MOST_REMEMBERED && !before.contains(order.id())) {
                before.removeFirst();
            }
            return before.add(order.id());
        }
    }
}
