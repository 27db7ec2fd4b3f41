package dev.supertask.keeper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// Messages as bytes.
final class MessageCodec {
    private static final int HELLO = 1;
    private static final int LAUNCH = 2;
    private static final int STOP = 3;
    private static final int SETTLED = 4;
    private static final int LISTEN = 5;
    private static final int BYE = 6;
    private static final int RECORDS = 16;
    private static final int WROTE = 17;
    private static final int REPLAYED = 18;
    private static final int REFUSED = 19;

    // The numbers of fields; a number keeps its meaning for ever.
    private static final int PROTOCOL = 1;
    private static final int PID = 2;
    private static final int START_TICKS = 3;
    private static final int BOOT_ID = 4;
    private static final int RUN = 5;
    private static final int ATTEMPT = 6;
    private static final int KILL_AFTER_MILLIS = 7;
    private static final int ON = 8;
    private static final int STREAM = 9;
    private static final int STATUS = 10;
    private static final int WHY = 11;
    private static final int STEP = 12;

    private MessageCodec() {}

    /// Its bytes.
    static ByteBuffer encode(Message message) {
        return switch (message) {
            case Message.Hello(int protocol, Incarnation keeper) -> frame(HELLO, hello(protocol, keeper));
            case Message.Launch(Order order) -> frame(LAUNCH, OrderCodec.encode(order));
            case Message.Beyond _ -> throw new IllegalArgumentException("only ever received");
            case Message.Stop(String run, Duration killAfter) -> frame(STOP,
                    new Fields.Writer().put(RUN, run).put(KILL_AFTER_MILLIS, killAfter.toMillis()).bytes());
            case Message.Settled(AttemptId attempt) -> frame(SETTLED, fields(attempt).bytes());
            case Message.Listen(boolean on) -> frame(LISTEN, new Fields.Writer().put(ON, on ? 1 : 0).bytes());
            case Message.Bye _ -> frame(BYE, new byte[0]);
            case Message.Records(ByteBuffer bytes) -> head(RECORDS, bytes.remaining()).put(bytes).flip();
            case Message.Wrote(AttemptId attempt, int stream, ByteBuffer bytes) -> {
                byte[] about = fields(attempt).put(STREAM, stream).bytes();
                yield head(WROTE, Integer.BYTES + about.length + bytes.remaining()).putInt(about.length).put(about)
                        .put(bytes).flip();
            }
            case Message.Replayed _ -> frame(REPLAYED, new byte[0]);
            case Message.Refused(AttemptId attempt, Failure failure) -> frame(REFUSED,
                    fields(attempt).put(STATUS, failure.status()).put(WHY, failure.why()).bytes());
            case Message.Foreign(int kind) -> frame(kind, new byte[0]);
        };
    }

    /// The message at the buffer's position, which moves behind it; null, and it stays, as long as it is
    /// not complete.
    ///
    /// @throws IOException when it is no message
    static @Nullable Message decode(ByteBuffer in) throws IOException {
        if (in.remaining() < Message.HEAD) {
            return null;
        }
        int length = in.getInt(in.position());
        if (length < 1 || length > Message.MOST_BYTES) {
            throw new IOException("what was received is no message of a keeper");
        }
        if (in.remaining() < Integer.BYTES + length) {
            return null;
        }
        int start = in.position() + Message.HEAD;
        int kind = in.get(start - 1);
        ByteBuffer body = in.slice(start, length - 1);
        in.position(start + length - 1);
        try {
            return decode(kind, body);
        } catch (RuntimeException e) {
            throw new IOException("what was received is no message of a keeper", e);
        }
    }

    private static Message decode(int kind, ByteBuffer body) {
        return switch (kind) {
            case HELLO -> hello(Fields.of(body));
            case LAUNCH -> OrderCodec.decode(Fields.of(body));
            case STOP -> {
                Fields fields = Fields.of(body);
                yield new Message.Stop(fields.text(RUN), Duration.ofMillis(fields.number(KILL_AFTER_MILLIS, 0)));
            }
            case SETTLED -> new Message.Settled(attempt(Fields.of(body)));
            case LISTEN -> new Message.Listen(Fields.of(body).number(ON, 0) == 1);
            case BYE -> new Message.Bye();
            case RECORDS -> new Message.Records(body);
            case WROTE -> {
                int length = body.getInt();
                Fields fields = Fields.of(body.slice(Integer.BYTES, length));
                yield new Message.Wrote(attempt(fields), (int) fields.number(STREAM, 1),
                        body.position(Integer.BYTES + length));
            }
            case REPLAYED -> new Message.Replayed();
            case REFUSED -> {
                Fields fields = Fields.of(body);
                yield new Message.Refused(attempt(fields),
                        new Failure((int) fields.number(STATUS, Failure.NOT_EXECUTABLE), fields.text(WHY)));
            }
            default -> new Message.Foreign(kind);
        };
    }

    private static byte[] hello(int protocol, @Nullable Incarnation keeper) {
        Fields.Writer fields = new Fields.Writer().put(PROTOCOL, protocol);
        if (keeper != null) {
            fields.put(PID, keeper.pid()).put(START_TICKS, keeper.startTicks()).put(BOOT_ID, keeper.bootId());
        }
        return fields.bytes();
    }

    private static Message hello(Fields fields) {
        Incarnation keeper = new Incarnation(fields.number(PID, 0), fields.number(START_TICKS, 0),
                fields.text(BOOT_ID));
        return new Message.Hello((int) fields.number(PROTOCOL, 1), keeper.pid() == 0 ? null : keeper);
    }

    private static Fields.Writer fields(AttemptId attempt) {
        return new Fields.Writer().put(RUN, attempt.run()).put(ATTEMPT, attempt.attempt()).put(STEP, attempt.step());
    }

    private static AttemptId attempt(Fields fields) {
        return new AttemptId(fields.text(RUN), (int) fields.number(ATTEMPT, 1), (int) fields.number(STEP, 1));
    }

    private static ByteBuffer frame(int kind, byte[] body) {
        return head(kind, body.length).put(body).flip();
    }

    private static ByteBuffer head(int kind, int bodyLength) {
        return ByteBuffer.allocate(Message.HEAD + bodyLength).putInt(1 + bodyLength).put((byte) kind);
    }
}
