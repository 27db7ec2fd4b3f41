package dev.supertask.launch;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.supertask.keeper.AttemptId;
import dev.supertask.keeper.Failure;
import dev.supertask.keeper.Incarnation;
import dev.supertask.keeper.KeeperLink;
import dev.supertask.keeper.Ledger;
import dev.supertask.keeper.Order;
import dev.supertask.keeper.Trace;
import dev.supertask.run.Outcome;
import org.jspecify.annotations.Nullable;

/// Who watches which attempt, what the keeper has told, and what is still to be asked of it: brings the
/// two together, in whichever order they come.
final class Roster implements Lifeline.Owner, KeeperLink.Hearer {

    private static final int CANNOT_START = 126;
    // The version of the keeper's protocol.
    private static final int SINCE_STEPS = 2;

    private record StopRequest(String run, Duration killAfter) {}

    private final InstantSource clock;
    private final Duration killAfter;
    private final Consumer<String> notice;
    private final Teller teller = new Teller();

    // All guarded by this.
    private final Map<AttemptId, Watch> watched = new LinkedHashMap<>();
    // What the keeper has told of attempts that nobody watches (yet).
    private final Map<AttemptId, Ledger.Line> untold = new LinkedHashMap<>();
    private final Set<AttemptId> unsettled = new HashSet<>();
    // Not to be forgotten although nobody watches them yet.
    private final Set<AttemptId> expected = new HashSet<>();
    private final Set<AttemptId> beingLost = new HashSet<>();
    private final List<StopRequest> stops = new ArrayList<>();
    private @Nullable KeeperLink link;
    private boolean ready;
    private boolean allAdopted;
    private boolean listening;

    /// An empty one.
    ///
    /// @param clock where the instants of what the keeper does not tell come from
    /// @param killAfter how long what is left of a lost run has between SIGTERM and SIGKILL
    Roster(InstantSource clock, Duration killAfter, Consumer<String> notice) {
        this.clock = clock;
        this.killAfter = killAfter;
        this.notice = notice;
    }

    /// Has an attempt watched, and asked for where it has an order and the keeper does not know it. Does
    /// nothing for one that is watched, or whose end was told and not [settled][#settled] yet.
    ///
    /// @return whether it waits for a keeper
    synchronized boolean watch(Watch watch) {
        AttemptId attempt = watch.attempt();
        expected.remove(attempt);
        if (unsettled.contains(attempt) || watched.putIfAbsent(attempt, watch) != null) {
            return false;
        }
        if (ready) {
            begin(watch);
        }
        return !ready;
    }

    synchronized void expect(AttemptId attempt) {
        expected.add(attempt);
    }

    synchronized void adoptedAll() {
        allAdopted = true;
        forgetUnwatched();
    }

    synchronized void settled(AttemptId attempt) {
        unsettled.remove(attempt);
        untold.remove(attempt);
        if (link != null) {
            link.settled(attempt);
        }
    }

    synchronized void stop(String run, Duration patience) {
        if (ready && link != null) {
            link.stop(run, patience);
        } else {
            stops.add(new StopRequest(run, patience));
        }
    }

    synchronized void listen(boolean on) {
        listening = on;
        if (link != null) {
            link.listen(on);
        }
    }

    /// Tells nothing any more.
    void close() {
        teller.close();
    }

    @Override
    public KeeperLink.Hearer hearer() {
        return this;
    }

    @Override
    public synchronized void connected(KeeperLink next) {
        link = next;
        untold.clear();
        next.listen(listening);
    }

    @Override
    public synchronized void traced(AttemptId attempt, Trace trace, Incarnation keeper) {
        Ledger.Line line = Ledger.Line.after(untold.get(attempt), trace, keeper);
        Watch watch = watched.get(attempt);
        if (ready && watch != null && !beingLost.contains(attempt)) {
            hear(watch, line);
        } else {
            untold.put(attempt, line);
            forgetUnwatched();
        }
    }

    @Override
    public synchronized void replayed() {
        ready = true;
        for (Watch watch : List.copyOf(watched.values())) {
            if (!beingLost.contains(watch.attempt())) {
                begin(watch);
            }
        }
        List<StopRequest> asked = List.copyOf(stops);
        stops.clear();
        asked.forEach(stop -> stop(stop.run, stop.killAfter));
        forgetUnwatched();
    }

    @Override
    public void wrote(AttemptId attempt, int stream, ByteBuffer bytes) {
        Watch watch = watched(attempt);
        if (watch != null) {
            // A reader that is slow must hold up the keeper's messages, not fill our memory.
            teller.tellAndWait(() -> watch.wrote(bytes));
        }
    }

    @Override
    public void refused(AttemptId attempt, Failure failure) {
        Watch watch = watched(attempt);
        if (watch != null) {
            end(watch, new Outcome.NotStarted(failure.status(), failure.why()));
        }
    }

    @Override
    public synchronized void gone() {
        link = null;
        ready = false;
    }

    @Override
    public synchronized void died(Incarnation keeper, Ledger ledger) {
        teller.tell(() -> notice.accept("the keeper of the runs (process " + keeper.pid()
                + ") died · what it ran is ended and counts as lost; another keeper is started"));
        resolve(ledger, null);
    }

    @Override
    public synchronized void down(String why, Ledger ledger) {
        teller.tell(() -> notice.accept(why));
        stops.clear();
        resolve(ledger, why);
    }

    private synchronized @Nullable Watch watched(AttemptId attempt) {
        return watched.get(attempt);
    }

    private void end(Watch watch, Outcome outcome) {
        synchronized (this) {
            watched.remove(watch.attempt());
            beingLost.remove(watch.attempt());
            unsettled.add(watch.attempt());
        }
        teller.tell(() -> watch.end(outcome, clock.instant()));
    }

    // Everything from here on is called with the lock held.

    private void begin(Watch watch) {
        Ledger.Line line = untold.remove(watch.attempt());
        Order order = watch.order();
        if (line != null) {
            hear(watch, line);
        } else if (link != null && order != null && link.protocol() < SINCE_STEPS && order.id().step() > 1) {
            long keeper = link.keeper().pid();
            giveUp(watch, "process " + keeper + ", which keeps the runs here, is of an earlier version and knows of no"
                    + " steps · it goes when its last run has ended");
        } else if (link != null && order != null) {
            link.launch(order);
        } else {
            watched.remove(watch.attempt());
            teller.tell(() -> watch.unasked(clock.instant()));
        }
    }

    private void hear(Watch watch, Ledger.Line line) {
        if (line.trace().isEnd()) {
            watched.remove(watch.attempt());
            unsettled.add(watch.attempt());
        }
        teller.tell(() -> watch.tell(line));
        if (isOrphan(line)) {
            lose(Map.of(watch, line));
        }
    }

    private boolean isOrphan(Ledger.Line line) {
        return !line.trace().isEnd() && (link == null || !line.keeper().equals(link.keeper()));
    }

    private void lose(Map<Watch, Ledger.Line> lost) {
        lost.keySet().forEach(watch -> beingLost.add(watch.attempt()));
        LostRuns.end(lost, killAfter, (watch, why) -> end(watch, new Outcome.Lost(why)));
    }

    private void forgetUnwatched() {
        KeeperLink now = link;
        if (ready && allAdopted && now != null) {
            untold.entrySet().removeIf(entry -> {
                Ledger.Line line = entry.getValue();
                boolean useless = !unsettled.contains(entry.getKey()) && !expected.contains(entry.getKey())
                        && (line.trace().isEnd() || isOrphan(line));
                if (useless) {
                    now.settled(entry.getKey());
                }
                return useless;
            });
        }
    }

    // By what the keeper has left behind. What it was not asked for yet waits for the next one, unless there
    // is none.
    private void resolve(Ledger ledger, @Nullable String whyThereIsNone) {
        Map<Watch, Ledger.Line> lost = new LinkedHashMap<>();
        for (Watch watch : List.copyOf(watched.values())) {
            Ledger.Line line = ledger.lines().get(watch.attempt());
            if (beingLost.contains(watch.attempt())) {
                continue;
            }
            if (line != null && line.trace().isEnd()) {
                hear(watch, line);
            } else if (line != null) {
                teller.tell(() -> watch.tell(line));
                lost.put(watch, line);
            } else if (whyThereIsNone != null) {
                giveUp(watch, whyThereIsNone);
            }
        }
        if (!lost.isEmpty()) {
            lose(lost);
        }
    }

    private void giveUp(Watch watch, String why) {
        watched.remove(watch.attempt());
        teller.tell(() -> {
            if (watch.order() == null) {
                watch.unasked(clock.instant());
            } else {
                watch.end(new Outcome.NotStarted(CANNOT_START, why), clock.instant());
            }
        });
    }
}
