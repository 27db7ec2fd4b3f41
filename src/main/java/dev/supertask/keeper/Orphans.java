package dev.supertask.keeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Reaps what is not this process's own: orphans, which become the children of the keeper and of a
/// container's first process, and which would be zombies for ever after their end.
///
/// A thread waits until any child has ended. Those that somebody here waits for it leaves alone.
public final class Orphans {
    private static final int ECHILD = 10;
    private static final long SHORT_NAP = 20_000_000;
    private static final long LONG_NAP = 1_000_000_000;
    private static final Duration OTHERS_NEED = Duration.ofSeconds(2);

    // Since when each was seen as a zombie. Touched on the one thread only.
    private final Map<Integer, Long> seen = new HashMap<>();
    private final Duration patience;
    private final boolean comeFromAnywhere;

    private Orphans(Duration patience, boolean comeFromAnywhere) {
        this.patience = patience;
        this.comeFromAnywhere = comeFromAnywhere;
    }

    /// Reaps orphans from now on if this is the first process of its container, as which it gets all
    /// there are. Other code of this process may have children of its own, so what has ended is left to
    /// it for two seconds.
    public static void reapIfFirstProcess() {
        if (ProcessHandle.current().pid() == 1) {
            new Orphans(OTHERS_NEED, true).begin();
        }
    }

    /// Reaps orphans from now on, in a process all children of which [Children] knows.
    static void reap() {
        new Orphans(Duration.ZERO, ProcessHandle.current().pid() == 1).begin();
    }

    private void begin() {
        Thread.ofPlatform().daemon().name("supertask-orphans").start(this::watch);
    }

    private void watch() {
        long nap = SHORT_NAP;
        try {
            while (true) {
                int pid = Kernel.awaitDeadChild();
                if (pid == -ECHILD) {
                    awaitChildren();
                } else if (pid > 0 && !reapUnlessWaitedFor(pid)) {
                    // Its own reaper will be here at once, unless it is kept on purpose.
                    LockSupport.parkNanos(nap);
                    if (nap > SHORT_NAP) {
                        children().forEach(this::reapUnlessWaitedFor);
                    }
                    nap = Math.min(2 * nap, LONG_NAP);
                    continue;
                }
                nap = SHORT_NAP;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitChildren() throws InterruptedException {
        seen.clear();
        if (comeFromAnywhere) {
            LockSupport.parkNanos(LONG_NAP);
        } else {
            Children.awaitStart();
        }
    }

    private boolean reapUnlessWaitedFor(int pid) {
        boolean[] reaped = {false};
        Children.whileNothingStarts(() -> {
            if (!Children.isWaitedFor(pid) && isOldEnough(pid)) {
                Kernel.reap(pid);
                seen.remove(pid);
                reaped[0] = true;
            }
        });
        return reaped[0];
    }

    private boolean isOldEnough(int pid) {
        if (patience.isZero()) {
            return true;
        }
        long now = System.nanoTime();
        // Those that others have reaped meanwhile.
        seen.values().removeIf(since -> now - since > 10 * patience.toNanos());
        return now - seen.computeIfAbsent(pid, number -> now) >= patience.toNanos();
    }

    // All of them: waitid(2) shows only one that has ended, always the same.
    private static List<Integer> children() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.flatMap(thread -> childrenOf(thread.resolve("children"))).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Stream<Integer> childrenOf(Path list) {
        try {
            String numbers = Files.readString(list, StandardCharsets.ISO_8859_1).strip();
            return numbers.isEmpty() ? Stream.of() : Stream.of(numbers.split(" ", -1)).map(Integer::valueOf);
        } catch (IOException gone) {
            return Stream.of();
        }
    }
}
