package dev.supertask.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import dev.supertask.problem.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    // One in memory stays there for as long as this process lives.
    private final Path name = Path.of(UUID.randomUUID().toString());
    private Database database = Database.open(name, true, false);

    @BeforeEach
    void makeATable() {
        database.writeNow(connection -> execute(connection, "create table number (n int primary key)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyOneOfManyWritersIsAnswered() throws Exception {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 500; n++) {
                int number = n;
                answers.add(CompletableFuture.supplyAsync(() -> insert(number).join(), writers));
            }
        }
        assertEquals(IntStream.range(0, 500).boxed().toList(),
                answers.stream().map(CompletableFuture::join).toList());
        assertEquals(500, count());
    }

    @Test
    void whatWaitsTogetherIsOneGroupInOrderAndWorkThatFailsUndoesOnlyItself() {
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Object> first = database.write(connection -> awaited(held));
        CompletableFuture<Integer> before = insert(1);
        CompletableFuture<Object> twice = database.write(connection -> {
            execute(connection, "insert into number values (2)");
            return execute(connection, "insert into number values (1)");
        });
        CompletableFuture<Object> fault = database.write(connection -> {
            execute(connection, "insert into number values (3)");
            throw new IllegalStateException("a fault of ours");
        });
        CompletableFuture<Object> worse = database.write(connection -> {
            execute(connection, "insert into number values (4)");
            throw new StackOverflowError();
        });
        CompletableFuture<Integer> after = insert(5);
        held.countDown();

        first.join();
        assertEquals(1, before.join());
        assertEquals(5, after.join());
        assertTrue(assertThrows(CompletionException.class, twice::join).getCause() instanceof SQLException);
        assertThrows(CompletionException.class, fault::join);
        assertThrows(CompletionException.class, worse::join);
        assertEquals(2, count(), "1 and 5");
    }

    @Test
    void aRefusalInsideWorkComesOutAsItIs() {
        assertThrows(Refusal.class, () -> database.writeNow(connection -> {
            throw Refusal.failed("no", null);
        }));
        assertThrows(StoreException.class, () -> database.writeNow(connection -> execute(connection, "no sql")));
    }

    @Test
    void closingWritesWhatWaitsAndThenRefuses() {
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Object> first = database.write(connection -> awaited(held));
        List<CompletableFuture<Integer>> waiting = IntStream.range(0, 50).mapToObj(this::insert).toList();
        Thread closing = Thread.ofPlatform().start(database::close);
        held.countDown();
        first.join();
        waiting.forEach(CompletableFuture::join);
        assertTrue(joined(closing));
        assertThrows(CompletionException.class, () -> insert(99).join(), "it would wait for ever");
        database = Database.open(name, true, false);
    }

    @Test
    void readersSeeOnlyWhatIsCommitted() {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Object> writing = database.write(connection -> {
            execute(connection, "insert into number values (1)");
            inserted.countDown();
            return awaited(held);
        });
        awaited(inserted);
        assertEquals(0, count());
        held.countDown();
        writing.join();
        assertEquals(1, count());
    }

    private CompletableFuture<Integer> insert(int number) {
        return database.write(connection -> {
            execute(connection, "insert into number values (" + number + ")");
            return number;
        });
    }

    private int count() {
        return database.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from number")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private static Object execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private static Object awaited(CountDownLatch latch) {
        try {
            latch.await();
            return latch;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(java.time.Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
