package dev.supertask.launch;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

import dev.supertask.keeper.Incarnation;
import dev.supertask.keeper.KeeperFiles;
import dev.supertask.keeper.KeeperLink;
import dev.supertask.keeper.KeeperProcess;
import dev.supertask.keeper.Ledger;
import org.jspecify.annotations.Nullable;

/// Sees to it that there is a keeper, on a thread of its own: connects to the one that lives, else starts
/// one; and another one when it dies.
final class Lifeline {
    private static final Logger LOG = System.getLogger(Lifeline.class.getName());
    private static final Duration START_TAKES = Duration.ofSeconds(20);
    private static final Duration DEATH_TAKES = Duration.ofSeconds(10);
    private static final long NAP = 2_000_000;
    private static final Ledger NOTHING = Ledger.empty();

    /// Who hangs on it.
    interface Owner {

        /// Who hears what a new link tells. [KeeperLink.Hearer#gone] is called by [Lifeline] only.
        KeeperLink.Hearer hearer();

        /// There is a keeper; it tells nothing before this returns.
        void connected(KeeperLink link);

        /// The keeper died, and left this behind.
        void died(Incarnation keeper, Ledger ledger);

        /// There is no keeper and none can be started; it is tried again when somebody [wants][#want] it.
        void down(String why, Ledger ledger);
    }

    private final KeeperFiles files;
    private final Owner owner;

    // Guarded by this.
    private boolean wanted = true;
    private boolean closed;
    private @Nullable KeeperLink link;

    Lifeline(KeeperFiles files, Owner owner) {
        this.files = files;
        this.owner = owner;
    }

    void begin() {
        Thread.ofPlatform().daemon().name("supertask-lifeline").start(this::work);
    }

    /// Asks for a keeper, where none could be started.
    synchronized void want() {
        wanted = true;
        notifyAll();
    }

    /// Leaves the keeper alone from now on.
    void close() {
        KeeperLink last;
        synchronized (this) {
            closed = true;
            last = link;
            notifyAll();
        }
        if (last != null) {
            last.close();
        }
    }

    private void work() {
        try {
            while (awaitWanted()) {
                CountDownLatch gone = new CountDownLatch(1);
                try {
                    KeeperLink next = connectOrStart(new Forwarding(owner.hearer(), gone::countDown));
                    if (!accept(next)) {
                        return;
                    }
                    owner.connected(next);
                    next.begin();
                    gone.await();
                    if (!isClosed()) {
                        awaitDeath(next.keeper());
                    }
                } catch (IOException e) {
                    if (!isClosed()) {
                        owner.down(String.valueOf(e.getMessage()), ledger());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitWanted() throws InterruptedException {
        while (!wanted && !closed) {
            wait();
        }
        wanted = false;
        return !closed;
    }

    private synchronized boolean accept(KeeperLink next) {
        if (closed) {
            next.begin();
            next.close();
        } else {
            link = next;
        }
        return !closed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private KeeperLink connectOrStart(KeeperLink.Hearer hearer) throws IOException {
        try {
            return KeeperLink.connect(files.socket(), hearer);
        } catch (IOException none) {
            LOG.log(Level.DEBUG, "no keeper lives", none);
        }
        KeeperProcess process = KeeperProcess.start(files);
        long deadline = System.nanoTime() + START_TAKES.toNanos();
        while (true) {
            LockSupport.parkNanos(NAP);
            try {
                return KeeperLink.connect(files.socket(), hearer);
            } catch (IOException notYet) {
                if (process.end().isDone()) {
                    throw new IOException("the keeper of the runs ended at once: " + process.trouble()
                            + " · see \"" + files.journal() + ".err\"", notYet);
                }
                if (System.nanoTime() > deadline || isClosed()) {
                    process.kill();
                    throw new IOException("the keeper of the runs does not answer · is another one, of the same"
                            + " namespace, stopped?", notYet);
                }
            }
        }
    }

    // A broken connection alone is no proof.
    private void awaitDeath(Incarnation keeper) {
        long deadline = System.nanoTime() + DEATH_TAKES.toNanos();
        while (keeper.alive() && System.nanoTime() < deadline && !isClosed()) {
            LockSupport.parkNanos(10 * NAP);
        }
        if (!isClosed()) {
            if (!keeper.alive()) {
                owner.died(keeper, ledger());
            }
            want();
        }
    }

    private Ledger ledger() {
        try {
            return Ledger.read(files.journal());
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the keeper's journal cannot be read", e);
            return NOTHING;
        }
    }
}
