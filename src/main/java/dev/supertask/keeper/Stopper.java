package dev.supertask.keeper;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/// Ends what is left of runs that are to end: SIGTERM now, SIGKILL once their time is over, and again
/// until nothing is left. One look at the processes serves all of them.
final class Stopper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Stopper.class.getName());
    private static final long SHORTEST_NAP = 10_000_000;
    private static final long LONGEST_NAP = 100_000_000;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("supertask-stop").factory());
    private final IntSupplier live;
    private final Queue<Stopping> asked = new ConcurrentLinkedQueue<>();
    private final List<Stopping> all = new ArrayList<>();
    private long nap = SHORTEST_NAP;
    private boolean napping;

    /// @param live how many runs this process has
    Stopper(IntSupplier live) {
        this.live = live;
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        // After the close nobody is to be told of anything.
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Asks a run to end now, and sees to it that nothing is left of it a while later. Asked again, it
    /// only shortens the while.
    void stop(Supervision supervision, Duration killAfter) {
        Child child = supervision.stop();
        if (child != null) {
            Stopping stopping = new Stopping(supervision, child, killAfter);
            asked.add(stopping);
            timer.execute(() -> attempt(this::begin));
            later(Math.max(0, -stopping.overdueNanos()), () -> attempt(this::round));
        }
    }

    /// Looks soon at what is left of those being stopped.
    void look() {
        timer.execute(() -> {
            nap = SHORTEST_NAP;
            attempt(this::round);
        });
    }

    @Override
    public void close() {
        timer.shutdown();
    }

    // The action tells of its own failures.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void later(long nanos, Runnable action) {
        timer.schedule(action, nanos, TimeUnit.NANOSECONDS);
    }

    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a fault while stopping runs", e);
        }
    }

    private void begin() {
        List<Stopping> news = new ArrayList<>();
        for (Stopping next = asked.poll(); next != null; next = asked.poll()) {
            admit(next, news);
        }
        if (news.isEmpty()) {
            return;
        }
        try (ProcFiles files = new ProcFiles()) {
            news.forEach(stopping -> stopping.meet(files));
            all.addAll(news);
            // Before anybody is asked to end: who ends leaves children that nothing links to the run.
            Hunt hunt = Hunt.once(files, news.stream().map(Stopping::family).toList(), (_, _) -> {});
            news.forEach(stopping -> stopping.ask(hunt));
        }
        // Its process may have ended already, before there was anything to look at.
        round();
    }

    private void admit(Stopping next, List<Stopping> news) {
        if (next.isReleased()) {
            // Its number may be another's by now. Whatever was held since is let go of.
            next.release();
            return;
        }
        for (List<Stopping> earlier : List.of(all, news)) {
            for (Stopping stopping : earlier) {
                if (stopping.isOfTheSameRunAs(next)) {
                    stopping.hasten(next);
                    return;
                }
            }
        }
        news.add(next);
    }

    private void round() {
        List<Stopping> due = all.stream().filter(Stopping::isDue).toList();
        if (due.isEmpty()) {
            return;
        }
        try (ProcFiles files = new ProcFiles()) {
            List<Stopping> overdue = due.stream().filter(Stopping::isOverdue).toList();
            overdue.forEach(Stopping::freeze);
            Hunt hunt = Freeze.of(files, due.stream().map(Stopping::family).toList(),
                    overdue.stream().map(Stopping::family).collect(Collectors.toSet()));
            due.stream().filter(stopping -> stopping.settles(hunt, live.getAsInt() == 1)).forEach(all::remove);
        } finally {
            // Whatever went wrong with this one.
            goOn();
        }
    }

    private void goOn() {
        if (!napping && all.stream().anyMatch(Stopping::isDue)) {
            napping = true;
            later(nap, () -> {
                napping = false;
                attempt(this::round);
            });
            nap = Math.min(2 * nap, LONGEST_NAP);
        }
    }
}
