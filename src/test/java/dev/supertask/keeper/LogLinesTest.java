package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Random;

import org.junit.jupiter.api.Test;

class LogLinesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Instant now = Instant.parse("2026-11-24T11:00:00.123456Z");
    private final InstantSource clock = () -> now;

    @Test
    void tagsAndTimesEachLine() {
        LogLines lines = new LogLines(new LogForm(true, BERLIN, 0), clock);

        String text = with(lines, 1, "one\ntwo\n");
        now = now.plusMillis(1);
        text += with(lines, 2, "oops\n");

        assertEquals("""
                2026-11-24T12:00:00.123+01:00 out | one
                2026-11-24T12:00:00.123+01:00 out | two
                2026-11-24T12:00:00.124+01:00 err | oops
                """, text);
    }

    @Test
    void tagsOnlyOrTimesOnly() {
        assertEquals("err | oops\n", with(new LogLines(new LogForm(true, null, 0), clock), 2, "oops\n"));
        assertEquals("2026-11-24T12:00:00.123+01:00 | oops\n",
                with(new LogLines(new LogForm(false, BERLIN, 0), clock), 1, "oops\n"));
    }

    @Test
    void writesALineWhenItsEndArrives() {
        LogLines lines = new LogLines(new LogForm(true, null, 0), clock);

        assertEquals("", with(lines, 1, "half a "));
        assertEquals("err | between\n", with(lines, 2, "between\n"));
        assertEquals("out | half a line\n", with(lines, 1, "line\nand "));
        assertEquals("out + and \n", text(lines.rest()));
        assertEquals("", text(lines.rest()));
    }

    @Test
    void writesAVeryLongLineInPieces() {
        LogLines lines = new LogLines(new LogForm(true, null, 0), clock);

        String text = with(lines, 1, "x".repeat(100_000) + "\n");

        assertEquals("out + " + "x".repeat(65_536) + "\nout | " + "x".repeat(34_464) + "\n", text);
    }

    @Test
    void losesNoByteOfAnyStream() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        LogLines lines = new LogLines(new LogForm(true, null, 0), clock);
        StringBuilder[] written = {new StringBuilder(), new StringBuilder()};
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            int stream = random.nextInt(2);
            String piece = "ab|+ \n".repeat(3).substring(random.nextInt(9), 9 + random.nextInt(9));
            written[stream].append(piece);
            log.append(with(lines, stream + 1, piece));
        }
        log.append(text(lines.rest()));

        StringBuilder[] read = {new StringBuilder(), new StringBuilder()};
        log.toString().lines().forEach(line -> {
            assertTrue(line.matches("(out|err) [|+] .*"), line);
            read[line.startsWith("out") ? 0 : 1].append(line.substring(6)).append(line.charAt(4) == '|' ? "\n" : "");
        });
        assertEquals(written[0].toString(), read[0].toString(), "seed " + seed);
        assertEquals(written[1].toString(), read[1].toString(), "seed " + seed);
    }

    private static String with(LogLines lines, int stream, String text) {
        return text(lines.with(stream, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
