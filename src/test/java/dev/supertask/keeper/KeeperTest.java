package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.supertask.testkit.Engines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
    private final Keeper keeper = new Keeper(InstantSource.system());
    private @TempDir Path folder;

    @AfterEach
    void close() {
        keeper.close();
    }

    @Test
    void tellsWhatAProcessTook() {
        Hearing hearing = start("a", "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done");

        Exit exit = hearing.exit();

        assertTrue(exit.cpuMicros() > 1_000, exit::toString);
        assertEquals(0, exit.maxRssKib(), "what is smaller than this process cannot be told");
    }

    @Test
    void tellsTheMemoryOfAProcessThatIsLargerThanItself() throws IOException {
        Engines.require("python3");
        long larger = ownPeakKib() + 300_000;

        Exit exit = start("a", "exec python3 -c 'x = b\"x\" * 1024 * " + larger + "'").exit();

        assertTrue(exit.maxRssKib() > larger, exit::toString);
    }

    private static long ownPeakKib() throws IOException {
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
        return Long.parseLong(peak.replaceAll("\\D", ""));
    }

    @Test
    void asksForTheSameAttemptOnlyOnce() {
        Order order = order("a", "true");

        assertTrue(keeper.start(order, new Hearing(true)));
        assertFalse(keeper.start(order, new Hearing(true)));
    }

    @Test
    void runsOnThoughTheLogCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("log"), "this is no folder");
        Hearing hearing = new Hearing(true);
        Order order = order("a", "echo one; echo two; exit 3");

        keeper.start(new Order("a", 1, order.spawn(), folder.resolve("log/a").toString(), LogForm.PLAIN), hearing);

        assertEquals(3, hearing.exit().status());
        assertEquals("one\ntwo\n", hearing.text.toString());
    }

    @Test
    void watchesOnThoughAListenerFails() {
        Order order = order("a", "echo hello");
        keeper.start(order, new Hearing(true) {
            @Override
            public boolean wrote(int stream, ByteBuffer bytes) {
                throw new IllegalStateException("a listener that fails, on purpose");
            }
        });

        assertEquals(4, start("b", "exit 4").exit().status());
    }

    @Test
    void closesAStreamThatNobodyWantsToHear() {
        Hearing hearing = new Hearing(false);

        keeper.start(order("a", "while echo x; do :; done 2>/dev/null; exit 5"), hearing);

        assertEquals(13, hearing.exit().signal());
    }

    @Test
    void countsAZombieAmongTheDead() throws Exception {
        // The first sleeps and waits for nobody, so that the second stays a zombie.
        Process parent = new ProcessBuilder("/bin/sh", "-c", "sh -c 'exec echo $$' & exec sleep 60").start();
        long zombie;
        try (BufferedReader out = parent.inputReader()) {
            zombie = Long.parseLong(out.readLine());
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (System.nanoTime() < deadline
                    && !Files.readString(Path.of("/proc", Long.toString(zombie), "stat")).contains(") Z ")) {
                Thread.onSpinWait();
            }
        }

        assertTrue(ProcessTable.now().living().stream().noneMatch(entry -> entry.pid() == zombie));
        parent.destroy();
    }

    @Test
    void looksAtProcessesThatEndMeanwhile() throws IOException {
        Process churn = new ProcessBuilder("/bin/sh", "-c", "while :; do /bin/true & /bin/true; done").start();

        for (int i = 0; i < 200; i++) {
            assertFalse(ProcessTable.now().living().isEmpty());
        }
        churn.destroyForcibly();
    }

    private Hearing start(String run, String text) {
        Hearing hearing = new Hearing(true);
        keeper.start(order(run, text), hearing);
        return hearing;
    }

    private Order order(String run, String text) {
        Spawn spawn = new Spawn(List.of("/bin/sh", "-c", text), List.of("PATH=/bin:/usr/bin"),
                folder.toString(),
                Spawn.Streams.TOGETHER, Spawn.Group.SESSION, List.of());
        return new Order(run, 1, spawn, folder.resolve(run).toString(), LogForm.PLAIN);
    }

    private static class Hearing implements Listener {
        final StringBuilder text = new StringBuilder();
        private final boolean interested;
        private final CompletableFuture<Exit> exit = new CompletableFuture<>();

        Hearing(boolean interested) {
            this.interested = interested;
        }

        Exit exit() {
            return exit.orTimeout(30, TimeUnit.SECONDS).join();
        }

        @Override
        public void started(int pid) {
            // Nobody asks.
        }

        @Override
        public boolean wrote(int stream, ByteBuffer bytes) {
            text.append(StandardCharsets.UTF_8.decode(bytes));
            return interested;
        }

        @Override
        public void ended(Exit how) {
            exit.complete(how);
        }

        @Override
        public void failed(Failure failure) {
            exit.completeExceptionally(new IllegalStateException(failure.why()));
        }
    }
}
