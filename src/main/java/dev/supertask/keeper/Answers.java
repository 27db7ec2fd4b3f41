package dev.supertask.keeper;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// All that is said to one scheduler, on a thread of its own: a scheduler that is slow or stopped holds up
/// nobody but itself. News are read from the journal, where they are safe however long that takes; of what
/// runs write, a megabyte waits for a slow one, and the rest is left out.
final class Answers {
    private static final Logger LOG = System.getLogger(Answers.class.getName());
    private static final int CHUNK = 64 * 1024;
    private static final int MOST_WAITING = 1024 * 1024;

    private final SocketChannel channel;
    private final Journal.Cursor news;
    private final Message.Hello hello;

    // All guarded by this.
    private List<Message> waiting = new ArrayList<>();
    private long waitingBytes;
    private long leftOut;
    private boolean listening;
    private boolean more = true;
    private boolean closed;

    Answers(SocketChannel channel, Journal.Cursor news, Message.Hello hello) {
        this.channel = channel;
        this.news = news;
        this.hello = hello;
    }

    void begin() {
        Thread.ofPlatform().daemon().name("supertask-answers").start(this::work);
    }

    /// There is more in the journal.
    synchronized void published() {
        more = true;
        notifyAll();
    }

    synchronized void listen(boolean on) {
        listening = on;
    }

    /// Says something besides the news.
    synchronized void say(Message message) {
        waiting.add(message);
        notifyAll();
    }

    /// Tells what a run wrote, if that is wanted.
    synchronized void wrote(AttemptId attempt, int stream, ByteBuffer bytes) {
        if (!listening || closed) {
            return;
        }
        if (waitingBytes + bytes.remaining() > MOST_WAITING) {
            leftOut += bytes.remaining();
            return;
        }
        if (leftOut > 0) {
            byte[] gap = ("\n[" + leftOut + " bytes of output are only in the logs]\n")
                    .getBytes(StandardCharsets.UTF_8);
            waiting.add(new Message.Wrote(attempt, stream, ByteBuffer.wrap(gap)));
            leftOut = 0;
        }
        waitingBytes += bytes.remaining();
        waiting.add(new Message.Wrote(attempt, stream, ByteBuffer.allocate(bytes.remaining()).put(bytes).flip()));
        notifyAll();
    }

    /// Says no more.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void work() {
        try {
            send(hello);
            boolean replayed = false;
            while (awaitMore()) {
                ByteBuffer records = news.next(CHUNK);
                while (records.hasRemaining()) {
                    // What a run wrote, it wrote before its end.
                    sendWaiting();
                    send(new Message.Records(records));
                    records = news.next(CHUNK);
                }
                sendWaiting();
                if (!replayed) {
                    replayed = true;
                    send(new Message.Replayed());
                }
            }
        } catch (IOException gone) {
            // It can be told everything again when it comes back.
            LOG.log(Level.DEBUG, "a scheduler went away", gone);
        }
    }

    private synchronized boolean awaitMore() {
        try {
            while (!more && waiting.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        more = false;
        return !closed;
    }

    private void sendWaiting() throws IOException {
        List<Message> messages;
        synchronized (this) {
            messages = waiting;
            waiting = new ArrayList<>();
            waitingBytes = 0;
        }
        for (Message message : messages) {
            send(message);
        }
    }

    private void send(Message message) throws IOException {
        ByteBuffer bytes = MessageCodec.encode(message);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
