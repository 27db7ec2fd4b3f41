package dev.supertask.keeper;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A scheduler's connection to its keeper. What is asked for here is sent on a thread of the link, so that
/// a keeper that is slow or stopped holds up nobody.
public final class KeeperLink implements AutoCloseable {

    /// Is told what the keeper says, on the link's thread: first all that its journal holds, then
    /// [#replayed], then what comes.
    public interface Hearer {

        /// There is news of an attempt.
        ///
        /// @param keeper whose it is: this keeper's, or that of one before it
        void traced(AttemptId attempt, Trace trace, Incarnation keeper);

        /// All that was in the journal was told.
        void replayed();

        /// A run wrote something. The buffer is only good during the call.
        void wrote(AttemptId attempt, int stream, ByteBuffer bytes);

        /// An attempt was not started, and that is not written down.
        void refused(AttemptId attempt, Failure failure);

        /// The connection is over. The last call.
        void gone();
    }

    private static final Logger LOG = System.getLogger(KeeperLink.class.getName());
    private static final int MOST_AT_ONCE = 64 * 1024;
    private static final Duration SENDING_TAKES = Duration.ofSeconds(2);
    private static final long ANSWER_TAKES_SECONDS = 10;
    private static final Message.Hello NO_HELLO = new Message.Hello(0, null);
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final MessageReader reader;
    private final Incarnation keeper;
    private final int protocol;
    private final Hearer hearer;
    private final LinkedBlockingQueue<ByteBuffer> outgoing = new LinkedBlockingQueue<>();

    private final Thread sender = Thread.ofPlatform().daemon().name("supertask-requests").unstarted(this::send);

    private KeeperLink(SocketChannel channel, MessageReader reader, Message.Hello hello, Incarnation keeper,
            Hearer hearer) {
        this.channel = channel;
        this.reader = reader;
        this.keeper = keeper;
        this.protocol = Math.min(hello.protocol(), Message.PROTOCOL);
        this.hearer = hearer;
    }

    /// Connects to the keeper that listens at a socket, and waits until it has answered. Nothing is told to
    /// the hearer until [#begin].
    ///
    /// @throws IOException when none listens there, or it leaves just now
    public static KeeperLink connect(Path socket, Hearer hearer) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        CompletableFuture<Message.Hello> answer = new CompletableFuture<>();
        // A keeper that is stopped takes connections, but says nothing.
        answer.copy().orTimeout(ANSWER_TAKES_SECONDS, TimeUnit.SECONDS).exceptionally(tooLate -> {
            close(channel);
            return NO_HELLO;
        });
        try {
            write(channel, MessageCodec.encode(new Message.Hello(Message.PROTOCOL, null)));
            MessageReader reader = new MessageReader(channel);
            if (reader.nextOne() instanceof Message.Hello hello && hello.keeper() != null) {
                answer.complete(hello);
                return new KeeperLink(channel, reader, hello, hello.keeper(), hearer);
            }
            throw new IOException("no keeper answers at \"" + socket + "\"");
        } catch (IOException e) {
            answer.complete(NO_HELLO);
            close(channel);
            throw e;
        }
    }

    /// Has the hearer told, from now on.
    public void begin() {
        Thread.ofPlatform().daemon().name("supertask-news").start(this::listen);
        sender.start();
    }

    /// Who the keeper is.
    public Incarnation keeper() {
        return keeper;
    }

    /// The version of the protocol that both ends speak.
    public int protocol() {
        return protocol;
    }

    /// Asks for a start; nothing happens for an attempt that the keeper's journal knows.
    public void launch(Order order) {
        send(new Message.Launch(order));
    }

    /// Asks for the end of a run, as [Keeper#stop].
    public void stop(String run, Duration killAfter) {
        send(new Message.Stop(run, killAfter));
    }

    /// Says that what became of an attempt was dealt with for good; it may then be forgotten.
    public void settled(AttemptId attempt) {
        send(new Message.Settled(attempt));
    }

    /// Asks to be told what runs write, or no longer.
    public void listen(boolean on) {
        send(new Message.Listen(on));
    }

    /// Leaves, after all that was asked for is sent. What runs is kept.
    @Override
    public void close() {
        if (sender.getState() == Thread.State.NEW) {
            close(channel); // nothing was ever asked for
            return;
        }
        send(new Message.Bye());
        outgoing.add(END);
        try {
            sender.join(SENDING_TAKES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Message message) {
        outgoing.add(MessageCodec.encode(message));
    }

    private void send() {
        try {
            ByteBuffer batch = ByteBuffer.allocateDirect(MOST_AT_ONCE);
            // The end has no bytes; any message has.
            for (ByteBuffer next = outgoing.take(); next.hasRemaining(); next = outgoing.take()) {
                while (next != null && next.hasRemaining() && next.remaining() <= batch.remaining()) {
                    batch.put(next);
                    next = outgoing.poll();
                }
                write(channel, batch.flip());
                batch.clear();
                if (next != null) {
                    write(channel, next);
                }
            }
        } catch (IOException e) {
            // The thread that listens learns of it too.
            LOG.log(Level.DEBUG, "the connection to the keeper broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(channel);
        }
    }

    private void listen() {
        try {
            Message next = reader.nextOne();
            for (Incarnation writer = keeper; next != null; next = reader.nextOne()) {
                writer = hear(next, writer);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the connection to the keeper broke", e);
        } finally {
            close(channel);
            outgoing.add(END);
            hearer.gone();
        }
    }

    private Incarnation hear(Message message, Incarnation writer) {
        return switch (message) {
            case Message.Records(ByteBuffer records) -> hear(records, writer);
            case Message.Wrote(AttemptId attempt, int stream, ByteBuffer bytes) -> {
                hearer.wrote(attempt, stream, bytes);
                yield writer;
            }
            case Message.Replayed _ -> {
                hearer.replayed();
                yield writer;
            }
            case Message.Refused(AttemptId attempt, Failure failure) -> {
                hearer.refused(attempt, failure);
                yield writer;
            }
            case Message.Hello _,Message.Launch _,Message.Beyond _,Message.Stop _,Message.Settled _,Message.Listen _,Message.Bye _,Message.Foreign _ ->
                // Not for us, or from a later version.
                writer;
        };
    }

    private Incarnation hear(ByteBuffer records, Incarnation first) {
        Incarnation writer = first;
        for (JournalRecord next = RecordCodec.decode(records); next != null; next = RecordCodec.decode(records)) {
            switch (next) {
                case JournalRecord.Incarnated(_, Incarnation incarnation) -> writer = incarnation;
                case JournalRecord.Traced(_, AttemptId attempt, Trace trace) -> hearer.traced(attempt, trace, writer);
                case JournalRecord.Compacted _,JournalRecord.Left _,JournalRecord.Foreign _ -> {
                    // Says nothing of attempts.
                }
            }
        }
        return writer;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the connection to the keeper could not be closed", e);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
