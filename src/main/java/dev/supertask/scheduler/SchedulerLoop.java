package dev.supertask.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// Ticks schedulers and sleeps in between, until nothing is left to do or it is told to end.
public final class SchedulerLoop {
    /// The clock is looked at again after this long, however far away the next occurrence is: it may
    /// have jumped.
    private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

    private final List<Scheduler> schedulers;
    private final Clocks clocks;
    private final Nap nap;
    private final Farewell farewell;
    private final Consumer<Duration> jumped;
    private final Runnable pulse;

    // Both are set by any thread, under the loop's lock.
    private @Nullable String endWanted;
    private boolean endAtOnce;
    private OptionalLong graceEnds = OptionalLong.empty();
    private boolean stopped;

    /// What becomes of runs when the loop is told to end.
    ///
    /// @param grace how long they may go on
    /// @param detach whether they are left alone instead: whoever launched them keeps them
    public record Farewell(Duration grace, boolean detach) {}

    /// A loop around schedulers that were started.
    ///
    /// @param nap woken whenever a scheduler has something to do
    /// @param jumped told by how much the wall clock has jumped
    /// @param pulse called whenever the loop has gone round, at least once a second
    public SchedulerLoop(List<Scheduler> schedulers, Clocks clocks, Nap nap, Farewell farewell,
            Consumer<Duration> jumped, Runnable pulse) {
        this.schedulers = List.copyOf(schedulers);
        this.clocks = clocks;
        this.nap = nap;
        this.farewell = farewell;
        this.jumped = jumped;
        this.pulse = pulse;
    }

    /// Returns when nothing is left to do.
    public void run() {
        while (true) {
            clocks.jump().ifPresent(this::tellJump);
            boolean leave = end();
            Instant now = clocks.now();
            Optional<Instant> next = schedulers.stream().flatMap(scheduler -> scheduler.tick(now).stream())
                    .min(Comparator.naturalOrder());
            if (leave || schedulers.stream().allMatch(Scheduler::finished)) {
                return;
            }
            pulse.run();
            nap.take(untilNext(next));
        }
    }

    private void tellJump(Duration jump) {
        schedulers.forEach(scheduler -> scheduler.clockJumped(jump));
        jumped.accept(jump);
    }

    /// Ends the loop, from any thread: the first time nothing new is started and what runs may end within
    /// the grace; the second time it is killed at once.
    ///
    /// @param why becomes the reason of runs that are stopped for it
    public void end(String why) {
        synchronized (this) {
            endAtOnce = endWanted != null;
            endWanted = why;
        }
        nap.wake();
    }

    /// Does what was asked of [#end(String)]. Returns whether to leave without waiting for runs.
    private boolean end() {
        String why;
        boolean atOnce;
        synchronized (this) {
            why = endWanted;
            atOnce = endAtOnce;
            endAtOnce = false;
        }
        if (why == null) {
            return false;
        }
        if (graceEnds.isEmpty()) {
            graceEnds = OptionalLong.of(clocks.nanos() + farewell.grace().toNanos());
            schedulers.forEach(Scheduler::startNothingNew);
        }
        if (farewell.detach() && !atOnce) {
            return true;
        }
        if (atOnce || (!stopped && graceLeft().isZero())) {
            schedulers.forEach(scheduler -> scheduler.stopRuns(why, atOnce));
            stopped = true;
        }
        return false;
    }

    private Duration graceLeft() {
        return Duration.ofNanos(Math.max(0, graceEnds.orElseThrow() - clocks.nanos()));
    }

    private Duration untilNext(Optional<Instant> next) {
        Instant now = clocks.now();
        Stream<Duration> grace = stopped || graceEnds.isEmpty() ? Stream.empty() : Stream.of(graceLeft());
        return Stream.concat(next.stream().map(instant -> Duration.between(now, instant)), grace)
                .min(Comparator.naturalOrder()).filter(left -> left.compareTo(LONGEST_NAP) < 0).orElse(LONGEST_NAP);
    }
}
