package dev.supertask.keeper;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// One attempt, from the request to its end: starts the process, reads what it writes, notices that it
/// ended. It ends when its first process ends; where another one holds the output open, that is read for
/// one more second and then closed. The end of an attempt that is being [stopped][#stop] is told when,
/// besides, nothing is left of it.
final class Supervision implements Output.Hearer {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /// Who has it supervised.
    interface Owner {

        /// Its first process ended while it was being stopped; called on the loop's thread.
        void exitedWhileStopping();

        /// Its listener was called for the last time.
        void over(Supervision supervision);
    }

    private final EventLoop loop;
    private final Order order;
    private final Listener listener;
    private final Owner owner;
    private final RunLog log;
    private final long exitKey;

    // Guarded by this: it is started and stopped on different threads.
    private @Nullable Child child;
    private boolean unwanted;

    private volatile boolean released;

    // Touched on the loop's thread only, once it is watched.
    private List<Output> outputs = List.of();
    private @Nullable Exit exit;
    private boolean told;

    Supervision(EventLoop loop, Order order, Listener listener, Owner owner, InstantSource clock) {
        this.loop = loop;
        this.order = order;
        this.listener = new TolerantListener(listener);
        this.owner = owner;
        this.exitKey = loop.newKey();
        this.log = new RunLog(order.log(), order.form(), order.heading(), clock);
    }

    Order order() {
        return order;
    }

    /// Starts the process and has the loop watch it.
    void start() {
        Child started;
        try {
            started = startUnlessUnwanted();
        } catch (FailureException e) {
            log.failed(e.failure());
            listener.failed(e.failure());
            owner.over(this);
            return;
        }
        // Before anything is watched, hence before anything else can be told. Not under the lock, for the
        // listener may hold one that somebody who stops this holds as well.
        listener.started(started.pid());
        outputs.forEach(Output::watch);
        loop.watch(exitKey, started.descriptor(), () -> exited(started));
    }

    private synchronized Child startUnlessUnwanted() throws FailureException {
        if (unwanted) {
            throw new FailureException(Failure.TERMINATED, "stopped before it was started");
        }
        LogFile.makeFolderOf(order.spawn().variable(Order.OUTPUT, ""));
        Start start = Children.starting(() -> Start.of(order.spawn()));
        int stdout = start.outputs().getFirst();
        outputs = start.outputs().stream().map(end -> new Output(loop, end == stdout ? 1 : 2, end, this))
                .toList();
        child = start.child();
        return start.child();
    }

    /// Prepares its end; one that was not started yet never will be. From then on its number is kept, and
    /// its end not told, until [#release].
    ///
    /// @return its process, or null when there is none to end
    @Nullable
    Child stop() {
        Child target;
        synchronized (this) {
            unwanted = true;
            target = child;
        }
        if (target == null || !target.hold()) {
            return null;
        }
        return target;
    }

    /// The pipes that it was given to write to, by their inodes.
    synchronized List<Long> pipes() {
        return outputs.stream().map(Output::pipe).toList();
    }

    /// Writes a line of ours into its log.
    void note(String line) {
        loop.execute(() -> log.note(line));
    }

    /// Its process, or null as long as there is none.
    synchronized @Nullable Child child() {
        return child;
    }

    /// Lets its end be told: nothing of it is left, or nothing can be done about what is.
    void release(Child held) {
        released = true;
        loop.execute(() -> {
            held.release();
            if (exit != null) {
                held.exit();
            }
            tellEnd(held);
        });
    }

    /// Whether [#release] was called.
    boolean isReleased() {
        return released;
    }

    /// Watches it no longer.
    void abandon() {
        outputs.forEach(Output::close);
        while (!log.close()) {
            // Another step.
        }
        Child target = child();
        if (target != null) {
            target.close();
        }
    }

    @Override
    public boolean heard(int stream, MemorySegment bytes) {
        log.append(stream, bytes);
        return listener.wrote(stream, bytes.asByteBuffer());
    }

    @Override
    public void heardAll() {
        Child ended = child();
        if (ended != null) {
            tellEnd(ended);
        }
    }

    private void exited(Child ended) {
        Exit how = ended.exit();
        if (how == null) {
            // Somebody who traces it is told first; we are, once more, after that.
            return;
        }
        exit = how;
        loop.forget(exitKey, ended.descriptor());
        ended.close();
        outputs.forEach(Output::read);
        if (outputs.stream().anyMatch(Output::isOpen)) {
            loop.after(LAST_WORDS, () -> {
                outputs.forEach(Output::close);
                tellEnd(ended);
            });
        }
        if (ended.isHeld()) {
            owner.exitedWhileStopping();
        }
        tellEnd(ended);
    }

    private void tellEnd(Child ended) {
        if (exit != null && !told && !ended.isHeld() && outputs.stream().noneMatch(Output::isOpen)) {
            if (!log.close()) {
                loop.execute(() -> tellEnd(ended));
                return;
            }
            told = true;
            listener.ended(exit);
            owner.over(this);
        }
    }
}
