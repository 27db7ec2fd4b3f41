package dev.supertask.keeper;

import java.time.Duration;
import java.time.InstantSource;

/// One process that somebody waits for: the thread that [runs][#run] it does all that a [Keeper] has
/// threads for.
public final class Attended implements Supervision.Owner {
    private final EventLoop loop = new EventLoop();
    private final Stopper stopper = new Stopper(() -> 1);
    private final Supervision supervision;
    private boolean over;

    /// A process that is not started yet.
    ///
    /// @param clock tells its log what time it is
    public Attended(Order order, Listener listener, InstantSource clock) {
        supervision = new Supervision(loop, order, listener, this, clock);
    }

    /// Starts it and returns after its listener's last call. To be called once.
    public void run() {
        supervision.start();
        while (!over) {
            loop.turn();
        }
        stopper.close();
        loop.close();
    }

    /// Sends a signal to its process group, or to it alone where it shares this process's group. May be
    /// called on any thread.
    ///
    /// @return false before its start and after its end, when there is nobody to get it
    public boolean signal(int signal) {
        Child child = supervision.child();
        return child != null && child.signal(signal);
    }

    /// As [Keeper#stop]. May be called on any thread, again to shorten the time.
    public void stop(Duration killAfter) {
        stopper.stop(supervision, killAfter);
    }

    @Override
    public void exitedWhileStopping() {
        stopper.look();
    }

    @Override
    public void over(Supervision supervisionThatIsOver) {
        over = true;
    }
}
