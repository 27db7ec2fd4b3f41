package dev.supertask.keeper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Reads messages from a socket.
final class MessageReader {
    private static final int USUAL_BYTES = 64 * 1024;

    private final SocketChannel channel;
    private final Deque<Message> undelivered = new ArrayDeque<>();
    private ByteBuffer buffer = ByteBuffer.allocate(USUAL_BYTES);

    MessageReader(SocketChannel channel) {
        this.channel = channel;
    }

    /// Waits for a message. Not to be mixed with [#next].
    ///
    /// @return null when the other end has gone
    @Nullable
    Message nextOne() throws IOException {
        if (undelivered.isEmpty()) {
            undelivered.addAll(next());
        }
        return undelivered.poll();
    }

    /// Waits for messages; all that came together.
    ///
    /// @return none when the other end has gone
    List<Message> next() throws IOException {
        List<Message> messages = new ArrayList<>();
        while (messages.isEmpty()) {
            if (!buffer.hasRemaining()) {
                buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
            }
            if (channel.read(buffer) < 0) {
                return List.of();
            }
            messages = decodeAll();
        }
        return messages;
    }

    private List<Message> decodeAll() throws IOException {
        // Decoded from a copy, since messages are views of it and the rest is moved to the front.
        buffer.flip();
        ByteBuffer received = ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
        List<Message> messages = new ArrayList<>();
        for (Message m = MessageCodec.decode(received); m != null; m = MessageCodec.decode(received)) {
            messages.add(m);
        }
        buffer.clear();
        if (received.hasRemaining() && received.remaining() < USUAL_BYTES && buffer.capacity() > USUAL_BYTES) {
            buffer = ByteBuffer.allocate(USUAL_BYTES);
        }
        if (received.remaining() > buffer.remaining()) {
            buffer = ByteBuffer.allocate(2 * received.remaining());
        }
        buffer.put(received);
        return messages;
    }
}
