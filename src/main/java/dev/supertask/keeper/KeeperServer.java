package dev.supertask.keeper;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Serves one scheduler after another, each until it goes, and does what it is asked to. Leaves when there is
/// no scheduler and no run that has not ended.
final class KeeperServer implements Recorder.Reader {
    private static final Logger LOG = System.getLogger(KeeperServer.class.getName());
    private static final int COMPACT_AT = 2048;

    private final ServerSocketChannel socket;
    private final Journal journal;
    private final Incarnation self;
    private final Recorder recorder;
    private final Keeper keeper;

    // Guarded by this.
    private @Nullable Answers answers;
    private boolean connected;
    private boolean leaving;
    // Somebody must come first, for it was started to be asked something.
    private boolean waitsForFirst = true;

    KeeperServer(ServerSocketChannel socket, Journal journal, Incarnation self, InstantSource clock) {
        this.socket = socket;
        this.journal = journal;
        this.self = self;
        this.recorder = new Recorder(journal, clock, COMPACT_AT, this);
        // What was asked for before, the journal knows.
        this.keeper = new Keeper(clock, order -> true);
    }

    /// Serves until there is nothing left to do.
    void serve() throws IOException {
        recorder.begin();
        while (true) {
            SocketChannel scheduler;
            try {
                leaveIfDone();
                scheduler = socket.accept();
            } catch (IOException closed) {
                if (isLeaving()) {
                    return;
                }
                throw closed;
            }
            if (!connect()) {
                scheduler.close();
                return;
            }
            try (scheduler) {
                converse(scheduler);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "a scheduler went away", e);
            } finally {
                disconnect();
            }
        }
    }

    /// Leaves if no scheduler has come after a while; waits for that.
    synchronized void leaveUnlessSomebodyComes(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); waitsForFirst && left > 0;) {
                wait(left);
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waitsForFirst = false;
        leaveIfDone();
    }

    /// Ends all runs, and returns once their ends are written down, or after a while.
    void stopAll(Duration killAfter, Duration patience) throws InterruptedException {
        keeper.stopAll(killAfter);
        long deadline = System.nanoTime() + patience.toNanos();
        while (recorder.open() > 0 && System.nanoTime() < deadline) {
            synchronized (this) {
                wait(50);
            }
        }
    }

    @Override
    public void published() {
        Answers now = answers();
        if (now != null) {
            now.published();
        }
    }

    @Override
    public void allEnded() {
        leaveIfDone();
    }

    private synchronized @Nullable Answers answers() {
        return answers;
    }

    private synchronized boolean isLeaving() {
        return leaving;
    }

    private synchronized boolean connect() {
        connected = !leaving;
        waitsForFirst = false;
        notifyAll();
        return connected;
    }

    private synchronized void disconnect() {
        connected = false;
        if (answers != null) {
            answers.close();
            answers = null;
        }
    }

    private synchronized void leaveIfDone() {
        if (!connected && !leaving && !waitsForFirst && recorder.open() == 0) {
            leaving = true;
            try {
                socket.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "cannot close the socket", e);
            }
        }
    }

    private void converse(SocketChannel scheduler) throws IOException {
        MessageReader reader = new MessageReader(scheduler);
        for (List<Message> batch = reader.next(); !batch.isEmpty(); batch = reader.next()) {
            Map<AttemptId, Order> launches = new LinkedHashMap<>();
            for (Message message : batch) {
                if (message instanceof Message.Launch(Order order)) {
                    launches.putIfAbsent(order.id(), order);
                } else {
                    launch(launches);
                    launches.clear();
                    obey(message, scheduler);
                }
            }
            launch(launches);
        }
    }

    private void obey(Message message, SocketChannel scheduler) throws IOException {
        switch (message) {
            case Message.Hello(int protocol, _) -> begin(scheduler, Math.min(protocol, Message.PROTOCOL));
            case Message.Stop(String run, Duration killAfter) -> keeper.stop(run, killAfter);
            case Message.Settled(AttemptId attempt) -> journal.settle(attempt);
            case Message.Listen(boolean on) -> {
                Answers now = answers();
                if (now != null) {
                    now.listen(on);
                }
            }
            case Message.Beyond(AttemptId attempt) -> refuse(attempt, "process " + self.pid()
                    + ", which keeps the runs here, is of an earlier version and does not know all that this run"
                    + " needs · it goes when its last run has ended");
            case Message.Bye _ -> scheduler.shutdownInput();
            case Message.Launch _,Message.Records _,Message.Wrote _,Message.Replayed _,Message.Refused _,Message.Foreign _ -> {
                // Launches are collected, and of the rest nothing is asked here.
            }
        }
    }

    private void begin(SocketChannel scheduler, int protocol) throws IOException {
        journal.compact();
        // Also what the last scheduler has asked for a moment ago: else this one would take it for never asked.
        journal.sync();
        Answers fresh = new Answers(scheduler, journal.new Cursor(), new Message.Hello(protocol, self));
        synchronized (this) {
            answers = fresh;
        }
        fresh.begin();
    }

    private void launch(Map<AttemptId, Order> asked) {
        asked.keySet().removeIf(journal::knows);
        if (asked.isEmpty()) {
            return;
        }
        try {
            recorder.intended(List.copyOf(asked.keySet()));
        } catch (IOException e) {
            // Started without that, it could be started again.
            asked.keySet().forEach(attempt -> refuse(attempt,
                    "its start cannot be written down: " + e.getMessage() + " · is the disk full?"));
            return;
        }
        CrashPoint.AFTER_INTENT.reachIf(true);
        asked.forEach((attempt, order) -> keeper.start(order, listener(attempt)));
    }

    private void refuse(AttemptId attempt, String why) {
        Answers now = answers();
        if (now != null) {
            now.say(new Message.Refused(attempt, new Failure(Failure.NOT_EXECUTABLE, why)));
        }
    }

    private Listener listener(AttemptId attempt) {
        return new Listener() {
            @Override
            public void started(int pid) {
                CrashPoint.AFTER_SPAWN.reachIf(true);
                recorder.started(attempt, pid, keeper);
            }

            @Override
            public boolean wrote(int stream, ByteBuffer bytes) {
                Answers now = answers();
                if (now != null) {
                    now.wrote(attempt, stream, bytes);
                }
                return true;
            }

            @Override
            public void ended(Exit exit) {
                recorder.ended(attempt, exit);
            }

            @Override
            public void failed(Failure failure) {
                recorder.failed(attempt, failure);
            }
        };
    }
}
