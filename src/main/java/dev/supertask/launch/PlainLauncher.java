package dev.supertask.launch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.supertask.keeper.AttemptId;
import dev.supertask.run.RunId;

/// Launches by [ProcessBuilder], for systems that have nothing better. What runs is a child of this
/// process and in its process group; of its descendants, only those are found whose parents all live. A
/// program that a signal ended cannot be told from one that exited with 128 and the signal's number.
final class PlainLauncher implements Launcher {
    private final InstantSource clock;
    private final Set<AttemptId> startedBefore = ConcurrentHashMap.newKeySet();
    private final Map<String, PlainRun> live = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("supertask-plain-", 1).factory());
    private volatile boolean closed;

    PlainLauncher(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void launch(Launch launch, Watcher watcher) {
        if (!closed && startedBefore.add(launch.id())) {
            PlainRun run = new PlainRun(launch, watcher, clock, threads);
            live.put(launch.run().text(), run);
            threads.execute(() -> {
                run.run();
                live.remove(launch.run().text(), run);
            });
        }
    }

    @Override
    public void stop(RunId run, Duration killAfter) {
        PlainRun found = live.get(run.text());
        if (found != null) {
            found.stop(killAfter);
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdown();
    }
}
