package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a keeper behaves as a process among others: what it makes of their signals, and how much memory it takes.
class KeeperConductTest {
    private @TempDir Path folder;
    private KeeperFiles files;
    private KeeperProcess process;
    private KeeperLink link;

    @BeforeEach
    void start() throws IOException {
        files = new KeeperFiles(folder.resolve("s"), folder.resolve("journal"));
        process = KeeperProcess.start(files);
        link = connected();
        link.begin();
    }

    @AfterEach
    void end() {
        link.close();
        assertEquals(0, process.end().orTimeout(30, TimeUnit.SECONDS).join().status(), process::trouble);
    }

    @Test
    @Timeout(60)
    void outlivesTheHangUpOfATerminalAndItsCtrlC() throws IOException {
        link.launch(order("a", "grep SigIgn /proc/self/status; while [ ! -e go ]; do sleep 0.01; done"));
        until(() -> Files.exists(folder.resolve("a")));

        Posix.kill((int) process.pid(), Posix.SIGHUP);
        Posix.kill((int) process.pid(), Posix.SIGINT);
        link.launch(order("b", "touch go"));

        until(() -> trace("a").isEnd() && trace("b").isEnd());
        assertEquals(0, ((Trace.Ended) trace("a")).exit().status());
        assertTrue(ProcessHandle.of(process.pid()).orElseThrow().isAlive());
        // It keeps that to itself: for runs both are what they were for whoever started it.
        assertEquals(status("self", "SigIgn"), Files.readString(folder.resolve("a"), StandardCharsets.UTF_8)
                .strip().substring("SigIgn:".length()).strip());
    }

    @Test
    @Tag("full")
    @Timeout(180)
    void isSmallInABurstAndSmallerAfterIt() {
        for (int i = 0; i < 5000; i++) {
            link.launch(order("r" + i, "/bin/true"));
        }
        for (int i = 0; i < 5000; i += 250) {
            String run = "r" + i;
            until(() -> trace(run).isEnd());
        }
        until(() -> trace("r4999").isEnd());
        long end = System.nanoTime();

        until(() -> kib("VmRSS") <= 45 * 1024);

        Duration took = Duration.ofNanos(System.nanoTime() - end);
        assertTrue(took.toSeconds() < 10, took::toString);
        assertTrue(kib("VmHWM") <= 60 * 1024, () -> "at most " + kib("VmHWM") + " KiB");
    }

    private KeeperLink connected() {
        AtomicReference<KeeperLink> found = new AtomicReference<>();
        until(() -> {
            try {
                found.set(KeeperLink.connect(files.socket(), new Deaf()));
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
        return found.get();
    }

    private Order order(String run, String text) {
        Spawn spawn = new Spawn(List.of("/bin/sh", "-c", text), List.of("PATH=/bin:/usr/bin", Order.MARK + "=" + run),
                folder.toString(), Spawn.Streams.TOGETHER, Spawn.Group.SESSION, List.of());
        return new Order(run, 1, spawn, folder.resolve(run).toString(), LogForm.PLAIN);
    }

    private Trace trace(String run) {
        try {
            return Ledger.read(files.journal()).trace(run, 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long kib(String what) {
        return Long.parseLong(status(Long.toString(process.pid()), what).replace(" kB", ""));
    }

    private static String status(String process, String what) {
        try {
            return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                    .filter(line -> line.startsWith(what + ":")).findFirst().orElseThrow()
                    .substring(what.length() + 1).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it never came to be");
            LockSupport.parkNanos(2_000_000);
        }
    }

    /// Looks into the journal instead.
    private static final class Deaf implements KeeperLink.Hearer {
        @Override
        public void traced(AttemptId attempt, Trace trace, Incarnation keeper) {}

        @Override
        public void replayed() {}

        @Override
        public void wrote(AttemptId attempt, int stream, ByteBuffer bytes) {}

        @Override
        public void refused(AttemptId attempt, Failure failure) {}

        @Override
        public void gone() {}
    }
}
