package dev.supertask.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import dev.supertask.job.Namespace;
import dev.supertask.job.Origin;
import dev.supertask.operations.ApplyTimetable;
import dev.supertask.operations.Desk;
import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import dev.supertask.store.Claim;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.Owner;
import dev.supertask.store.OwnerLock;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.store.StoreFolder;
import dev.supertask.store.StoredJob;
import dev.supertask.timetable.Surroundings;
import dev.supertask.timetable.Timetable;
import dev.supertask.timetable.TimetableText;
import dev.supertask.wire.JsonDocuments;

/// Fills a store, as schedulers would have.
///
/// @param cli whose store
/// @param number of the next run: its id ends in the same digit many times over
public record Seed(Cli cli, AtomicLong number) {

    /// Fills the store of a command line.
    public static Seed of(Cli cli) {
        return new Seed(cli, new AtomicLong(1));
    }

    /// A namespace's folder.
    public NamespaceFolder folder(String namespace) {
        return new StoreFolder(cli.store(), new JsonDocuments(), false).namespace(namespace);
    }

    /// Applies a timetable, now.
    public Seed apply(String namespace, String text) {
        Timetable timetable = TimetableText.read("supertask.yaml", text,
                new Surroundings(Path.of("/srv/" + namespace), Cli.ZONE, Map.of()));
        Namespace who = new Namespace(namespace, timetable.title(), timetable.authors(),
                new Origin("web1", "ada", "/srv/" + namespace + "/supertask.yaml"));
        folder(namespace).create();
        return in(namespace, desk -> {
            ApplyTimetable.apply(desk, who, timetable, false);
            return this;
        });
    }

    /// Records a run of a job for an occurrence, which started on time and ended.
    ///
    /// @return its id
    public String ran(String namespace, String job, String scheduledAt, Duration took, Outcome outcome) {
        Instant at = Instant.parse(scheduledAt);
        return in(namespace, desk -> {
            Run run = claim(desk, job, Run.queued(id(at), job, 1, Trigger.SCHEDULE, at, desk.host())).started(at);
            desk.store().update(run).join();
            desk.store().update(run.ended(outcome, at.plus(took))).join();
            return run.id().text();
        });
    }

    /// Records a run that has not ended.
    ///
    /// @return its id
    public String running(String namespace, String job, String scheduledAt) {
        Instant at = Instant.parse(scheduledAt);
        return in(namespace, desk -> {
            Run run = claim(desk, job, Run.queued(id(at), job, 1, Trigger.SCHEDULE, at, desk.host())).started(at);
            desk.store().update(run).join();
            return run.id().text();
        });
    }

    /// Records that a running run has ended.
    public void ended(String namespace, String run, Outcome outcome) {
        in(namespace, desk -> desk.store()
                .update(desk.store().run(new RunId(run)).orElseThrow().ended(outcome, desk.now())).join());
    }

    /// Records an occurrence that was never launched.
    ///
    /// @return its id
    public String skipped(String namespace, String job, String scheduledAt, String reason) {
        Instant at = Instant.parse(scheduledAt);
        return in(namespace, desk -> claim(desk, job,
                Run.never(id(at), job, 1, at, RunState.SKIPPED, reason, at, desk.host())).id().text());
    }

    private RunId id(Instant at) {
        long digit = number.getAndIncrement() << 32;
        return RunId.create(at, () -> digit);
    }

    private static Run claim(Desk desk, String job, Run run) {
        StoredJob stored = desk.store().job(job).orElseThrow();
        Instant at = run.scheduledAt() == null ? desk.now() : run.scheduledAt();
        Instant next = stored.job().next(at, desk.store().frame(stored)).orElse(null);
        desk.store().claim(List.of(new Claim(stored.row().id(), List.of(run), at, next, ""))).join();
        return run;
    }

    /// What a run wrote, or goes on writing.
    public Path log(String namespace, String run, String text) {
        Path log = folder(namespace).log(new RunId(run), 1);
        try {
            Files.createDirectories(log.getParent());
            Files.write(log, text.getBytes(StandardCharsets.ISO_8859_1));
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a namespace look as if it had last changed at a moment.
    public Seed lastActive(String namespace, String instant) {
        try {
            Files.setLastModifiedTime(folder(namespace).path().resolve("store.mv.db"),
                    FileTime.from(Instant.parse(instant)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Does something with a namespace's open database.
    public <T> T in(String namespace, Function<Desk, T> work) {
        NamespaceFolder folder = folder(namespace);
        Owner me = new Owner(Owner.Kind.VISITOR, ProcessIdentity.current(), "web1", cli.clock().instant(), "");
        try (OwnerLock lock = folder.tryTake(me).orElseThrow();
                NamespaceStore store = NamespaceStore.open(folder, lock, ProcessIdentity.current(), false)) {
            return work.apply(new Desk(store, cli.clock(), "web1", false, Cli.ZONE));
        }
    }
}
