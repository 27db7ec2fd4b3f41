package dev.supertask.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.supertask.problem.Refusal;
import dev.supertask.store.JobSource;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.Owner;
import dev.supertask.store.OwnerLock;
import dev.supertask.testkit.Jobs;
import dev.supertask.testkit.TempStore;
import dev.supertask.timetable.JobText;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.Question;
import dev.supertask.wire.RunJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DoorTest extends DoorFixture {
    @Test
    void visitsANamespaceThatNobodyHolds() {
        assertEquals(List.of("backup"), names(ask()));
        assertTrue(folder.owner().isEmpty(), "and leaves it");
    }

    @Test
    void waitsForAVisitorToLeave() throws Exception {
        OwnerLock visitor = folder.tryTake(TempStore.owner(Owner.Kind.VISITOR)).orElseThrow();
        Future<List<JobJson>> answer = askers.submit(this::ask);
        assertFalse(answer.isDone());
        visitor.close();
        assertEquals(List.of("backup"), names(answer.get()));
    }

    @Test
    void asksTheSchedulerThatHoldsIt() {
        try (OwnerLock lock = door.takeForScheduler(folder);
                SocketServer server = SocketServer.listen(door.socket(folder));
                NamespaceStore store = open(lock)) {
            server.ready(door.desk(store));
            assertEquals(List.of("backup"), names(ask()), lock::toString);
            store.apply(List.of(), JobSource.TIMETABLE, NOON);
            assertEquals(List.of(), ask());
        }
        assertFalse(Files.exists(door.socket(folder)));
        assertEquals(List.of(), ask(), "a visit now");
    }

    @Test
    void waitsForASchedulerThatIsOnlyStarting() throws Exception {
        try (OwnerLock lock = door.takeForScheduler(folder)) {
            Future<List<JobJson>> beforeItListens = askers.submit(this::ask);
            try (SocketServer server = SocketServer.listen(door.socket(folder)); NamespaceStore store = open(lock)) {
                Future<List<JobJson>> beforeItIsReady = askers.submit(this::ask);
                assertFalse(beforeItIsReady.isDone(), lock::toString);
                server.ready(door.desk(store));
                assertEquals(List.of("backup"), names(beforeItListens.get()));
                assertEquals(List.of("backup"), names(beforeItIsReady.get()));
            }
        }
    }

    @Test
    void replacesTheSocketOfADeadScheduler() throws IOException {
        Files.createFile(door.socket(folder));
        try (OwnerLock lock = door.takeForScheduler(folder);
                SocketServer server = SocketServer.listen(door.socket(folder));
                NamespaceStore store = open(lock)) {
            server.ready(door.desk(store));
            assertEquals(List.of("backup"), names(ask()), lock::toString);
        }
    }

    @Test
    void aSecondSchedulerIsToldWhoRunsItAndSinceWhen() {
        try (OwnerLock lock = folder.tryTake(TempStore.owner(Owner.Kind.SCHEDULER)).orElseThrow()) {
            Refusal refusal = assertThrows(Refusal.class, () -> door.takeForScheduler(folder), lock::toString);
            assertEquals("namespace \"ops\" is being run already by process " + ME.pid()
                    + " on box since 2026-11-24T12:00Z · stop that one first, or use another --ns",
                    refusal.getMessage());
            assertEquals(1, refusal.exitCode().status());
        }
    }

    @Test
    void aSchedulerWaitsForAVisitor() throws Exception {
        OwnerLock visitor = folder.tryTake(TempStore.owner(Owner.Kind.VISITOR)).orElseThrow();
        Future<OwnerLock> taken = askers.submit(() -> door.takeForScheduler(folder));
        assertFalse(taken.isDone());
        visitor.close();
        taken.get().close();
    }

    @Test
    void aNamespaceThatIsNotThereIsRefusedAtOnce() {
        NamespaceFolder none = TempStore.folder(temporary).namespace("none");
        Refusal refusal = assertThrows(Refusal.class, () -> door.ask(none, new Question.Jobs()));
        assertEquals("namespace \"none\" is not there · supertask list-namespaces tells which are",
                refusal.getMessage());
    }

    @Test
    void visitorsComeOneAfterAnother() throws Exception {
        List<Callable<List<JobJson>>> questions = Stream.generate(() -> (Callable<List<JobJson>>) this::ask)
                .limit(8).toList();
        for (Future<List<JobJson>> answer : askers.invokeAll(questions)) {
            assertEquals(List.of("backup"), names(answer.get()));
        }
    }

    @Test
    void anInlineRunIsBegunAndEndedThroughAnyDoor() {
        begin(id(1));
        end(id(1));
        try (OwnerLock lock = door.takeForScheduler(folder);
                SocketServer server = SocketServer.listen(door.socket(folder));
                NamespaceStore store = open(lock)) {
            server.ready(door.desk(store));
            begin(id(2));
            assertEquals("failed", end(id(2)).state(), lock::toString);
            assertEquals("failed", end(id(1)).state(), "told twice, recorded once");
        }
        List<RunJson> runs = door.ask(folder, new Question.Runs(List.of("inline"), List.of(), null, 9));
        assertEquals(List.of(7, 7), runs.stream().map(RunJson::exitCode).toList());
        assertEquals(List.of("inline"), door.ask(folder, new Question.LastRun("inline")).stream()
                .map(run -> run.run().job()).toList());
    }

    @Test
    void aRefusalComesThroughTheSocketAsItIs() {
        Question<?> begin = new Question.BeginInline(id(3).text(),
                JobText.write(Jobs.named("backup").build()), "", TempStore.OPS.origin(), ME);
        Refusal visited = assertThrows(Refusal.class, () -> door.ask(folder, begin));
        try (OwnerLock lock = door.takeForScheduler(folder);
                SocketServer server = SocketServer.listen(door.socket(folder));
                NamespaceStore store = open(lock)) {
            server.ready(door.desk(store));
            Refusal asked = assertThrows(Refusal.class, () -> door.ask(folder, begin), lock::toString);
            assertEquals(visited.getMessage(), asked.getMessage());
        }
    }
}
