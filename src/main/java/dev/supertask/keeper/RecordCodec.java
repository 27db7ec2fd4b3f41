package dev.supertask.keeper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/// Journal records as bytes, in the file and on their way to a scheduler alike:
///
///     int length of the body · int CRC-32C of the body · body: long sequence · byte kind · what the kind has
///
/// The number of a step ends the body of what is told of it; where it is missing, the step is the first one.
///
/// Whatever a later version adds at a body's end is skipped by an earlier one, as are kinds that it does
/// not know.
final class RecordCodec {
    /// What comes before a body.
    static final int HEAD = 8;
    private static final int MOST_BODY = 1 << 20;
    private static final int MOST_TEXT = 32_000;

    private static final byte INCARNATED = 1;
    private static final byte INTENDED = 2;
    private static final byte RUNNING = 3;
    private static final byte ENDED = 4;
    private static final byte FAILED = 5;
    private static final byte COMPACTED = 6;
    private static final byte LEFT = 7;

    private RecordCodec() {}

    /// Its bytes.
    static ByteBuffer encode(JournalRecord entry) {
        ByteBuffer out = ByteBuffer.allocate(HEAD + 9 + roomFor(entry)).position(HEAD);
        out.putLong(entry.sequence());
        switch (entry) {
            case JournalRecord.Incarnated(_, Incarnation keeper) -> {
                out.put(INCARNATED).putLong(keeper.pid()).putLong(keeper.startTicks());
                putText(out, keeper.bootId());
            }
            case JournalRecord.Traced(_, AttemptId attempt, Trace trace) -> put(out, attempt, trace);
            case JournalRecord.Compacted _ -> out.put(COMPACTED);
            case JournalRecord.Left _ -> out.put(LEFT);
            case JournalRecord.Foreign _ -> throw new IllegalArgumentException("nothing to write");
        }
        out.flip();
        out.putInt(0, out.limit() - HEAD).putInt(4, crc(out, HEAD, out.limit() - HEAD));
        return out;
    }

    private static void put(ByteBuffer out, AttemptId attempt, Trace trace) {
        out.put(switch (trace) {
            case Trace.Intended _ -> INTENDED;
            case Trace.Running _ -> RUNNING;
            case Trace.Ended _ -> ENDED;
            case Trace.Failed _ -> FAILED;
            case Trace.Unknown _ -> throw new IllegalArgumentException("nothing to write down");
        });
        putText(out, attempt.run());
        out.putInt(attempt.attempt());
        switch (trace) {
            case Trace.Intended(Instant at) -> putInstant(out, at);
            case Trace.Running(long pid, long startTicks, Instant at, List<Long> pipes) -> {
                putInstant(out, at);
                out.putLong(pid).putLong(startTicks).put((byte) pipes.size());
                pipes.forEach(out::putLong);
            }
            case Trace.Ended(Exit exit, Instant at) -> {
                putInstant(out, at);
                out.putInt(exit.status()).putInt(exit.signal()).putLong(exit.cpuMicros()).putLong(exit.maxRssKib());
            }
            case Trace.Failed(Failure failure, Instant at) -> {
                putInstant(out, at);
                out.putInt(failure.status());
                putText(out, failure.why());
            }
            case Trace.Unknown _ -> throw new IllegalArgumentException("nothing to write down");
        }
        if (attempt.step() != 1) {
            out.putInt(attempt.step());
        }
    }

    /// The record at the buffer's position, which moves behind it; null, and it stays, when there is no
    /// whole and undamaged one.
    static @Nullable JournalRecord decode(ByteBuffer in) {
        int start = in.position();
        int size = size(in);
        if (size < 0 || size > in.remaining()
                || crc(in, start + HEAD, size - HEAD) != in.getInt(start + 4)) {
            return null;
        }
        ByteBuffer body = in.slice(start + HEAD, size - HEAD);
        in.position(start + size);
        long sequence = body.getLong();
        return switch (body.get()) {
            case INCARNATED -> new JournalRecord.Incarnated(sequence,
                    new Incarnation(body.getLong(), body.getLong(), text(body)));
            case INTENDED -> {
                AttemptId first = attempt(body);
                Trace trace = new Trace.Intended(instant(body));
                yield new JournalRecord.Traced(sequence, step(first, body), trace);
            }
            case RUNNING -> {
                AttemptId first = attempt(body);
                Instant at = instant(body);
                Trace trace = new Trace.Running(body.getLong(), body.getLong(), at, pipes(body));
                yield new JournalRecord.Traced(sequence, step(first, body), trace);
            }
            case ENDED -> {
                AttemptId first = attempt(body);
                Instant at = instant(body);
                Exit exit = new Exit(body.getInt(), body.getInt(), body.getLong(), body.getLong());
                yield new JournalRecord.Traced(sequence, step(first, body), new Trace.Ended(exit, at));
            }
            case FAILED -> {
                AttemptId first = attempt(body);
                Instant at = instant(body);
                Trace trace = new Trace.Failed(new Failure(body.getInt(), text(body)), at);
                yield new JournalRecord.Traced(sequence, step(first, body), trace);
            }
            case COMPACTED -> new JournalRecord.Compacted(sequence);
            case LEFT -> new JournalRecord.Left(sequence);
            default -> new JournalRecord.Foreign(sequence);
        };
    }

    /// How many bytes the record at the buffer's position has, itself unchecked; -1 when the buffer ends
    /// before it says so, or it says nonsense.
    static int size(ByteBuffer in) {
        if (in.remaining() < HEAD) {
            return -1;
        }
        int body = in.getInt(in.position());
        return body < 9 || body > MOST_BODY ? -1 : HEAD + body;
    }

    private static int roomFor(JournalRecord entry) {
        return switch (entry) {
            case JournalRecord.Incarnated(_, Incarnation keeper) -> 18 + 3 * keeper.bootId().length();
            case JournalRecord.Traced(_, AttemptId attempt, Trace.Failed(Failure failure, _)) -> 64
                    + 3 * (attempt.run().length() + Math.min(MOST_TEXT, failure.why().length()));
            case JournalRecord.Traced(_, AttemptId attempt, _) -> 96 + 3 * attempt.run().length();
            case JournalRecord.Compacted _,JournalRecord.Left _,JournalRecord.Foreign _ -> 0;
        };
    }

    private static int crc(ByteBuffer in, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(in.slice(start, length));
        return (int) crc.getValue();
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(MOST_TEXT, bytes.length);
        out.putShort((short) length).put(bytes, 0, length);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    // An earlier version wrote none.
    private static List<Long> pipes(ByteBuffer in) {
        int count = in.hasRemaining() ? in.get() : 0;
        return Stream.generate(in::getLong).limit(count).toList();
    }

    private static AttemptId attempt(ByteBuffer in) {
        return new AttemptId(text(in), in.getInt());
    }

    private static AttemptId step(AttemptId first, ByteBuffer in) {
        return in.remaining() < Integer.BYTES ? first : new AttemptId(first.run(), first.attempt(), in.getInt());
    }

    private static void putInstant(ByteBuffer out, Instant at) {
        out.putLong(at.getEpochSecond()).putInt(at.getNano());
    }

    private static Instant instant(ByteBuffer in) {
        return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }
}
