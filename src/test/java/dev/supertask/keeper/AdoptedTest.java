package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What nothing links to its run any more, but its having been adopted.
class AdoptedTest {
    private static final int PR_SET_CHILD_SUBREAPER = 36;

    private final Keeper keeper = new Keeper(InstantSource.system());
    private @TempDir Path folder;

    @BeforeEach
    void adopt() {
        adopt(1);
    }

    @AfterEach
    void close() {
        adopt(0);
        keeper.close();
    }

    @Test
    void isToldOfInTheLog() throws IOException {
        // A daemon that sheds its session, its environment and all descriptors.
        String daemon = "POSIX::setsid(); fork and exit; POSIX::setsid(); open F, '>daemon'; print F $$; close F; "
                + "exec '/bin/sh', '-c', 'exec env -i sleep 60 >/dev/null 2>&1'";
        CompletableFuture<Exit> exit = start("fork or do { " + daemon + " }; sleep 60");
        until(() -> !daemon().isEmpty() && command(daemon()).equals("sleep\0" + "60\0"));

        keeper.stop("a", Duration.ZERO);
        exit.orTimeout(30, TimeUnit.SECONDS).join();

        assertEquals("supertask: process " + daemon() + " (sleep) may be left of it: it was adopted from a program "
                + "that runs no more, and nothing says which one · look at it in ps\n",
                Files.readString(folder.resolve("log")));
        assertTrue(ProcessHandle.of(Long.parseLong(daemon())).orElseThrow().destroyForcibly());
    }

    private CompletableFuture<Exit> start(String perl) {
        CompletableFuture<Exit> exit = new CompletableFuture<>();
        Spawn spawn = new Spawn(List.of("perl", "-MPOSIX", "-e", perl), List.of("PATH=/bin:/usr/bin"),
                folder.toString(), Spawn.Streams.TOGETHER, Spawn.Group.SESSION, List.of());
        keeper.start(new Order("a", 1, spawn, folder.resolve("log").toString(), LogForm.PLAIN), new Listener() {
            @Override
            public void started(int pid) {
                // Nobody asks.
            }

            @Override
            public boolean wrote(int stream, ByteBuffer bytes) {
                return true;
            }

            @Override
            public void ended(Exit how) {
                exit.complete(how);
            }

            @Override
            public void failed(Failure failure) {
                exit.completeExceptionally(new IllegalStateException(failure.why()));
            }
        });
        return exit;
    }

    private String daemon() {
        try {
            return Files.readString(folder.resolve("daemon"));
        } catch (IOException notYet) {
            return "";
        }
    }

    private static String command(String pid) {
        try {
            return Files.readString(Path.of("/proc", pid, "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it never came to be");
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static void adopt(int flag) {
        assertEquals(0, Libc.call(Libc.function("prctl", 6), PR_SET_CHILD_SUBREAPER, flag, 0, 0, 0, 0));
    }
}
