package dev.supertask.socket;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.supertask.wire.Protocol;
import dev.supertask.wire.Question;

/// Asks the scheduler that listens on a socket.
final class SocketClient {
    private SocketClient() {}

    /// One question, one answer.
    ///
    /// @throws IOException if nobody listens, or the scheduler goes away or is silent for too long
    /// @throws dev.supertask.problem.Refusal if the scheduler refuses
    /// @throws IllegalArgumentException if the scheduler answers in another version's way
    static <A> List<A> ask(Path path, Question<A> question, Duration patience) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            // A blocking channel has no time limit of its own; closing it ends the wait.
            CompletableFuture<Void> limit = CompletableFuture.runAsync(() -> closeQuietly(channel),
                    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
            try (InputStream in = new BufferedInputStream(Channels.newInputStream(channel))) {
                ByteBuffer line = StandardCharsets.UTF_8.encode(Protocol.ask(question) + "\n");
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                return Protocol.answer(line(in), question);
            } finally {
                limit.cancel(false);
            }
        }
    }

    /// Only a line with its end is whole: a scheduler may die in the middle of one.
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the scheduler went away");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(SocketClient.class.getName()).log(System.Logger.Level.DEBUG, "closing a socket", e);
        }
    }
}
