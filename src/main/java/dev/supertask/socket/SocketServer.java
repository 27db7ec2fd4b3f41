package dev.supertask.socket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import dev.supertask.operations.Desk;
import dev.supertask.problem.Refusal;
import dev.supertask.scheduler.Nap;
import dev.supertask.wire.Protocol;
import dev.supertask.wire.Question;

/// Answers questions about a held namespace, one JSON line each. It listens before the database is open, so
/// that whoever comes early waits instead of failing, and answers once it is [ready][#ready]. Whoever is not
/// answered any more finds the line closed, and looks again who holds the namespace.
public final class SocketServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SocketServer.class.getName());
    /// So many may knock at once.
    private static final int BACKLOG = 1024;
    /// Closing waits no longer for a client that does not read its answer.
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);
    /// After a failure to accept, as when there are no file descriptors left.
    private static final Duration RESPITE = Duration.ofMillis(100);

    private final Path path;
    private final ServerSocketChannel server;
    private final CompletableFuture<Desk> desk = new CompletableFuture<>();
    private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();
    /// Its shared half is held for each answer, from the database to the last byte.
    private final ReadWriteLock answering = new ReentrantReadWriteLock();

    private SocketServer(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
    }

    /// Listens on a path. A socket that lies there is a dead process's: who calls holds the namespace.
    public static SocketServer listen(Path path) {
        try {
            Files.deleteIfExists(path);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.bind(UnixDomainSocketAddress.of(path), BACKLOG);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            SocketServer server = new SocketServer(path, channel);
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + path, e);
        }
    }

    /// From now on questions are answered.
    public void ready(Desk opened) {
        desk.complete(opened);
    }

    private void accept() {
        Nap nap = new Nap();
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "cannot accept on " + path, e);
                nap.take(RESPITE);
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client; BufferedReader lines = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer(line, client);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a client went away", e);
        } finally {
            clients.remove(client);
        }
    }

    private void answer(String line, SocketChannel client) throws IOException {
        answering.readLock().lock();
        try {
            ByteBuffer answer = StandardCharsets.UTF_8.encode(answer(line, openDesk()) + "\n");
            while (answer.hasRemaining()) {
                client.write(answer);
            }
        } finally {
            answering.readLock().unlock();
        }
    }

    private Desk openDesk() throws IOException {
        try {
            Desk open = desk.join();
            if (server.isOpen()) {
                return open;
            }
        } catch (CompletionException e) {
            LOG.log(System.Logger.Level.DEBUG, "never ready", e);
        }
        throw new ClosedChannelException();
    }

    private static String answer(String line, Desk desk) {
        try {
            return Protocol.answer(question(line).answer(desk));
        } catch (Refusal refusal) {
            return Protocol.refuse(refusal);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot answer " + line, e);
            return Protocol.refuse(Refusal.failed("the scheduler cannot answer: " + e.getMessage(),
                    "its own messages say more"));
        }
    }

    private static Question<?> question(String line) {
        try {
            return Protocol.question(line);
        } catch (IllegalArgumentException e) {
            throw Refusal.failed("the scheduler does not understand: " + e.getMessage(),
                    "ask with the supertask that runs it");
        }
    }

    /// Stops listening; questions under way are still answered, those that come later, or that waited for the
    /// database, are not.
    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + path, e);
        } finally {
            desk.completeExceptionally(new ClosedChannelException());
            waitForAnswers();
            clients.forEach(SocketServer::hangUp);
        }
    }

    private void waitForAnswers() {
        try {
            if (answering.writeLock().tryLock(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
                answering.writeLock().unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hangUp(SocketChannel client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing a client's line", e);
        }
    }
}
