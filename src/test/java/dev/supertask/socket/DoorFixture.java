package dev.supertask.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.store.JobSource;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OwnerLock;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.testkit.Jobs;
import dev.supertask.testkit.TempStore;
import dev.supertask.timetable.JobText;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.OutcomeJson;
import dev.supertask.wire.Question;
import dev.supertask.wire.RunJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A namespace `ops` with one job, and the door to it.
abstract class DoorFixture {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final ProcessIdentity ME = ProcessIdentity.current();

    @TempDir
    Path temporary;
    final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    Door door;
    NamespaceFolder folder;

    @BeforeEach
    void makeANamespaceWithOneJob() {
        SocketFolder sockets = new SocketFolder(temporary.resolve("sockets"), System.getProperty("user.name"));
        sockets.create();
        door = new Door(new Machine("box", ME, InstantSource.system(), ZoneId.of("UTC")), sockets, false);
        folder = TempStore.folder(temporary.resolve("store")).namespace("ops");
        folder.create();
        try (OwnerLock lock = door.takeForScheduler(folder); NamespaceStore store = open(lock)) {
            assertTrue(folder.owner().isPresent(), lock::toString);
            store.apply(List.of(Jobs.named("backup").when("@daily").build()), JobSource.TIMETABLE, NOON);
        }
    }

    @AfterEach
    void close() {
        askers.close();
    }

    void begin(RunId id) {
        String state = door.ask(folder, new Question.BeginInline(id.text(),
                JobText.write(Jobs.named("inline").build()), "", TempStore.OPS.origin(), ME)).getFirst().run().state();
        assertEquals("running", state);
    }

    RunJson end(RunId id) {
        return door.ask(folder, new Question.EndInline(id.text(), OutcomeJson.of(new Outcome.Exited(7)), NOON))
                .getFirst();
    }

    static RunId id(int seed) {
        return RunId.create(NOON, new SplittableRandom(seed));
    }

    List<JobJson> ask() {
        return door.ask(folder, new Question.Jobs());
    }

    static List<String> names(List<JobJson> jobs) {
        return jobs.stream().map(JobJson::name).toList();
    }

    NamespaceStore open(OwnerLock lock) {
        return NamespaceStore.open(folder, lock, ME, false);
    }

    static String say(SocketChannel client, String line) throws IOException {
        client.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        StringBuilder answer = new StringBuilder();
        ByteBuffer bytes = ByteBuffer.allocate(1000);
        while (answer.indexOf("\n") < 0 && client.read(bytes.clear()) > 0) {
            answer.append(StandardCharsets.UTF_8.decode(bytes.flip()));
        }
        return answer.toString();
    }
}
