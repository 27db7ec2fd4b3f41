package dev.supertask.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OwnerLock;
import dev.supertask.testkit.Await;
import dev.supertask.wire.JobJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SocketServerTest extends DoorFixture {
    @Test
    void visitsWhenASchedulerGivesUpBeforeItIsReady() throws Exception {
        Future<List<JobJson>> answer;
        try (OwnerLock lock = door.takeForScheduler(folder)) {
            SocketServer server = SocketServer.listen(door.socket(folder));
            try (SocketChannel early = SocketChannel.open(UnixDomainSocketAddress.of(door.socket(folder)))) {
                early.write(ByteBuffer.wrap("{\"supertask\":1,\"ask\":\"list-jobs\",\"with\":{}}\n".getBytes(
                        StandardCharsets.UTF_8)));
                answer = askers.submit(this::ask);
                server.close();
                assertTrue(isHungUp(early), lock::toString);
            }
        }
        assertEquals(List.of("backup"), names(answer.get()));
    }

    /// Where the question was not even read, the system says so by a reset.
    private static boolean isHungUp(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(10)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void manyAskAtOnce() throws Exception {
        try (OwnerLock lock = door.takeForScheduler(folder);
                SocketServer server = SocketServer.listen(door.socket(folder));
                NamespaceStore store = open(lock)) {
            List<Callable<List<JobJson>>> questions = Stream.generate(() -> (Callable<List<JobJson>>) this::ask)
                    .limit(200).toList();
            CompletableFuture<Void> ready = CompletableFuture
                    .runAsync(() -> server.ready(door.desk(store)), askers);
            for (Future<List<JobJson>> answer : askers.invokeAll(questions)) {
                assertEquals(List.of("backup"), names(answer.get()), lock::toString);
            }
            ready.join();
        }
    }

    @Test
    void nonsenseIsAnsweredAndTheLineGoesOn() throws IOException {
        try (OwnerLock lock = door.takeForScheduler(folder);
                SocketServer server = SocketServer.listen(door.socket(folder));
                NamespaceStore store = open(lock);
                SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(door.socket(folder)))) {
            server.ready(door.desk(store));
            assertTrue(say(client, "GET / HTTP/1.1").contains("the scheduler does not understand"), lock::toString);
            assertTrue(say(client, "{\"supertask\":2,\"ask\":\"list-jobs\"}").contains("speaks protocol 1"));
            assertTrue(say(client, "{\"supertask\":1,\"ask\":\"list-jobs\",\"with\":{}}").contains("\"backup\""));
        }
    }

    @Test
    void closingHangsUpOnIdleClients() throws IOException {
        try (OwnerLock lock = door.takeForScheduler(folder); NamespaceStore store = open(lock)) {
            SocketServer server = SocketServer.listen(door.socket(folder));
            server.ready(door.desk(store));
            try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(door.socket(folder)))) {
                say(client, "{\"supertask\":1,\"ask\":\"list-jobs\",\"with\":{}}");
                server.close();
                assertEquals(-1, client.read(ByteBuffer.allocate(10)), lock::toString);
            }
        }
    }

    @Test
    void questionsUnderWayAreAnsweredWhenTheSchedulerEnds() throws Exception {
        for (int round = 0; round < 2; round++) {
            List<Future<List<JobJson>>> answers;
            try (OwnerLock lock = door.takeForScheduler(folder);
                    NamespaceStore store = open(lock);
                    SocketServer server = SocketServer.listen(door.socket(folder))) {
                server.ready(door.desk(store));
                answers = IntStream.range(0, 20).mapToObj(i -> askers.submit(this::ask)).toList();
                Await.until("one is answered", () -> answers.stream().anyMatch(Future::isDone));
                assertTrue(folder.owner().isPresent(), lock::toString);
            }
            for (Future<List<JobJson>> answer : answers) {
                assertEquals(List.of("backup"), names(answer.get()), "by the scheduler, or by a visit");
            }
        }
    }
}
