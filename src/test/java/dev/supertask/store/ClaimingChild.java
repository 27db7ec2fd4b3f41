package dev.supertask.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.Trigger;
import dev.supertask.testkit.Jobs;
import dev.supertask.wire.JsonDocuments;

/// Holds a namespace, and claims and ends runs as fast as it can, until it is killed. Writes down what the store
/// has acknowledged: `claimed ID`, `ended ID`.
final class ClaimingChild {
    private ClaimingChild() {}

    /// Runs until it is killed.
    ///
    /// @param args the namespace's folder; a number that makes its slots its own; with `hold` it only holds the lock
    public static void main(String[] args) {
        NamespaceFolder folder = new NamespaceFolder(Path.of(args[0]), new JsonDocuments());
        int round = Integer.parseInt(args[1]);
        ProcessIdentity me = ProcessIdentity.current();
        Optional<OwnerLock> lock = folder.tryTake(
                new Owner(Owner.Kind.SCHEDULER, me, "box", Instant.parse("2026-11-24T12:00:00Z"), ""));
        if (lock.isEmpty()) {
            return;
        }
        System.out.println("held");
        if (args.length > 2) {
            await(lock);
        }
        NamespaceStore store = NamespaceStore.open(folder, lock.get(), me, false);
        Instant start = Instant.parse("2026-11-24T12:00:00Z").plusSeconds(round * 100_000L);
        store.apply(List.of(Jobs.named("busy").build()), JobSource.TIMETABLE, start);
        work(store, store.jobs().getFirst().id(), start, new SplittableRandom(round));
    }

    private static void work(NamespaceStore store, long job, Instant start, SplittableRandom random) {
        List<Run> before = List.of();
        for (int slot = 0; true; slot += 10) {
            List<Run> runs = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Instant at = start.plusSeconds(slot + i);
                runs.add(Run.queued(RunId.create(at, random), "busy", 1, Trigger.SCHEDULE, at, "box"));
            }
            var ends = before.stream().map(run -> store.update(run.started(start).ended(new Outcome.Exited(0), start)))
                    .toList();
            store.claim(List.of(new Claim(job, runs, start.plusSeconds(slot + 9), null, ""))).join();
            ends.forEach(CompletableFuture::join);
            StringBuilder told = new StringBuilder();
            before.forEach(run -> told.append("ended ").append(run.id()).append('\n'));
            runs.forEach(run -> told.append("claimed ").append(run.id()).append('\n'));
            System.out.print(told);
            System.out.flush();
            before = runs;
        }
    }

    private static void await(Object lock) {
        synchronized (lock) {
            while (true) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
