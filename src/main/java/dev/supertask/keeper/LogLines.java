package dev.supertask.keeper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/// Makes the lines of a [LogForm] that is not raw of what comes from a run's streams.
final class LogLines {
    // Longer lines are written in pieces.
    private static final int LONGEST = 64 * 1024;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx ");
    private static final byte[] NOTHING = {};

    // What has come of a line so far.
    private static final class Stream {
        private final byte[] tag;
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

        Stream(String tag) {
            this.tag = tag.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final @Nullable ZoneId zone;
    private final InstantSource clock;
    private final Stream out;
    private final Stream err;
    private Instant told = Instant.MIN;
    private byte[] time = NOTHING;

    LogLines(LogForm form, InstantSource clock) {
        this.zone = form.zone();
        this.clock = clock;
        this.out = new Stream(form.tagged() ? "out " : "");
        this.err = new Stream(form.tagged() ? "err " : "");
    }

    /// The lines that have become complete with these bytes.
    ///
    /// @param stream 1 or 2
    byte[] with(int stream, byte[] bytes) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(bytes.length + bytes.length / 2);
        Stream source = stream == 1 ? out : err;
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                source.begun.write(bytes, start, i - start);
                write(source, '|', lines);
                start = i + 1;
            } else if (source.begun.size() + i - start >= LONGEST) {
                source.begun.write(bytes, start, i - start);
                write(source, '+', lines);
                start = i;
            }
        }
        source.begun.write(bytes, start, bytes.length - start);
        return lines.toByteArray();
    }

    /// The lines that nothing more comes of.
    byte[] rest() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Stream stream : new Stream[]{out, err}) {
            if (stream.begun.size() > 0) {
                write(stream, '+', lines);
            }
        }
        return lines.toByteArray();
    }

    private void write(Stream stream, char mark, ByteArrayOutputStream lines) {
        lines.writeBytes(time());
        lines.writeBytes(stream.tag);
        lines.write(mark);
        lines.write(' ');
        lines.writeBytes(stream.begun.toByteArray());
        lines.write('\n');
        stream.begun.reset();
    }

    private byte[] time() {
        if (zone != null) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (!now.equals(told)) {
                told = now;
                time = TIME.format(now.atZone(zone)).getBytes(StandardCharsets.US_ASCII);
            }
        }
        return time;
    }
}
