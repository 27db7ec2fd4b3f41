package dev.supertask.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Refusal;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.StepResult;
import dev.supertask.run.Trigger;
import dev.supertask.testkit.Jobs;
import dev.supertask.testkit.TempStore;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.db.MVSecondaryIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrityCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path temporary;
    private NamespaceFolder folder;

    @BeforeEach
    void fill() {
        folder = TempStore.folder(temporary).namespace("ops");
        try (TempStore temp = TempStore.in(temporary)) {
            temp.store().apply(List.of(Jobs.named("a").after("b").build(), Jobs.named("b").after("a").build()),
                    JobSource.TIMETABLE, NOON);
            SplittableRandom random = new SplittableRandom(1);
            for (JobRow job : temp.store().jobs()) {
                // A manual one has no occurrence, and is in no index by it.
                List<Run> runs = List.of(
                        Run.queued(RunId.create(NOON, random), job.name(), 1, Trigger.SCHEDULE, NOON, "box"),
                        Run.queued(RunId.create(NOON, random), job.name(), 1, Trigger.MANUAL, null, "box"),
                        Run.never(RunId.create(NOON, random), job.name(), 1, Instant.EPOCH.minusSeconds(1L << 36),
                                RunState.MISSED, "long ago", NOON, "box"));
                StepEnd step = new StepEnd(runs.getFirst().id(),
                        new StepResult(1, 1, "fetch", RunState.FAILED, 3, "exit code 3", NOON, NOON, null));
                temp.store().record(new Batch(List.of(), List.of(step),
                        List.of(new Claim(job.id(), runs, NOON, null, "")), List.of())).join();
            }
        }
    }

    @Test
    void aSoundDatabaseIsOpenedAfterACrashAndIsAsItWas() {
        crash();
        for (int again = 0; again < 2; again++) {
            try (OwnerLock lock = take(); NamespaceStore store = open(lock)) {
                assertEquals(6, store.runs(new RunFilter(List.of(), java.util.Set.of(), null, 99)).size());
                assertEquals(List.of("a", "b"), store.jobs().stream().map(JobRow::name).toList(),
                        "the trial insert leaves nothing");
            }
            crash();
        }
    }

    @Test
    void aDatabaseWithRowsMissingFromAnyIndexIsRefusedAndSaysWhatToDo() throws Exception {
        Path sound = folder.path().resolve("store.mv.db");
        int indexes = 1;
        for (int index = 0; index < indexes; index++) {
            // What is refused is closed later, or never: each has a file of its own.
            folder = TempStore.folder(temporary).namespace("damaged-" + index);
            folder.create();
            Path file = Files.copy(sound, folder.path().resolve("store.mv.db"));
            indexes = damage(index);
            crash();
            try (OwnerLock lock = take()) {
                Refusal refusal = assertThrows(Refusal.class, () -> open(lock).close());
                assertEquals(ExitCode.FAILED, refusal.exitCode());
                String message = Optional.ofNullable(refusal.getMessage()).orElseThrow();
                assertTrue(message.startsWith("the database " + file + " is damaged: table "), message);
                assertTrue(message.matches(".*: table \\w+ has [1-9] rows, its index \\w+ has [0-8]"
                        + " · move it away to start with an empty one, or put a copy of it back;"
                        + " the logs beside it are whole"), message);
            }
        }
        assertEquals(9, indexes);
    }

    @Test
    void afterACleanEndNothingIsChecked() throws Exception {
        damage(0);
        try (OwnerLock lock = take(); NamespaceStore store = open(lock)) {
            assertEquals(1, store.jobs().size(), "one is not found");
        }
    }

    /// Whoever had the namespace last did not say that it left.
    private void crash() {
        folder.create();
        PrivateFiles.replace(folder.path().resolve("owner.json"),
                folder.documents().write(new Owner(Owner.Kind.SCHEDULER, TempStore.DEAD, "box", NOON, "")));
    }

    private OwnerLock take() {
        return folder.tryTake(TempStore.owner(Owner.Kind.SCHEDULER)).orElseThrow();
    }

    private NamespaceStore open(OwnerLock lock) {
        return NamespaceStore.open(folder, lock, ProcessIdentity.current(), false);
    }

    /// Takes one row out of an index.
    ///
    /// @return how many indexes there are
    private int damage(int which) throws SQLException {
        String url = "jdbc:h2:file:" + folder.path().resolve("store") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute("""
                    insert into run_step (run_id, attempt, step, name, state, started_at, finished_at)
                    values ('01KAVJ7Q00ABCDEFGHJKMNPQRS', 1, 1, 'dump', 'succeeded', now(), now())
                    """);
            SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            List<Index> indexes = session.getDatabase().getSchema("public").getAllTablesAndViews(session).stream()
                    .flatMap(table -> Stream.ofNullable(table.getIndexes())).flatMap(List::stream)
                    .filter(MVSecondaryIndex.class::isInstance).sorted(Comparator.comparing(Index::getName)).toList();
            Index index = indexes.get(which);
            Cursor row = index.getTable().getScanIndex(session).find(session, null, null, false);
            assertTrue(row.next(), "a table without rows");
            index.remove(session, row.get());
            session.commit(false);
            return indexes.size();
        }
    }
}
