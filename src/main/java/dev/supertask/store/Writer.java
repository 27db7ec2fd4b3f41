package dev.supertask.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// The only writer of a database: whatever is waiting goes into one commit, and one
/// `CHECKPOINT SYNC` brings it to the disk before anybody is told that it is done.
///
/// H2 alone does not sync a commit, and a commit for each event bloats the file; groups cure both.
final class Writer implements AutoCloseable {
    private final Connection connection;
    private final BlockingQueue<Pending<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    /// The last entry of the queue.
    private final Pending<?> end = new Pending<>(c -> "the end");
    /// Guarded by the queue: nothing enters it after `end`.
    private boolean closed;

    private record Pending<T>(Work<T> work, CompletableFuture<T> result, List<Runnable> told) {
        Pending(Work<T> work) {
            this(work, new CompletableFuture<>(), new ArrayList<>(1));
        }

        void run(Connection connection) throws SQLException {
            T value = work.on(connection);
            told.add(() -> result.complete(value));
        }
    }

    Writer(Connection connection) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().name("store-writer").daemon(true).unstarted(this::run);
        thread.start();
    }

    /// Queues work; the answer comes when it is on the disk. Work that fails undoes only itself. After
    /// [#close] work fails at once.
    <T> CompletableFuture<T> submit(Work<T> work) {
        Pending<T> pending = new Pending<>(work);
        if (!add(pending, false)) {
            pending.result().completeExceptionally(new IllegalStateException("the database is closed"));
        }
        return pending.result();
    }

    private boolean add(Pending<?> pending, boolean last) {
        synchronized (queue) {
            if (closed) {
                return false;
            }
            closed = last;
            return queue.add(pending);
        }
    }

    private void run() {
        boolean more = true;
        while (more) {
            List<Pending<?>> group = new ArrayList<>();
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            queue.drainTo(group);
            more = !group.remove(end);
            write(group);
        }
    }

    private void write(List<Pending<?>> group) {
        List<Pending<?>> good = new ArrayList<>(group.size());
        for (Pending<?> pending : group) {
            if (tryOne(pending)) {
                good.add(pending);
            }
        }
        try {
            connection.commit();
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        } catch (SQLException | RuntimeException | Error e) {
            undo(e);
            good.forEach(pending -> pending.result().completeExceptionally(e));
            return;
        }
        good.forEach(pending -> pending.told().forEach(Runnable::run));
    }

    /// What was reported as failed must not come to the disk with the next group.
    private void undo(Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean tryOne(Pending<?> pending) {
        try {
            Savepoint before = connection.setSavepoint();
            try {
                pending.run(connection);
                return true;
            } catch (SQLException | RuntimeException | Error e) {
                pending.result().completeExceptionally(e);
                connection.rollback(before);
            }
        } catch (SQLException | RuntimeException | Error e) {
            pending.result().completeExceptionally(e);
        }
        return false;
    }

    /// Writes what was submitted before this call, then ends.
    @Override
    public void close() {
        add(end, true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the connection must not be closed under the last group
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
