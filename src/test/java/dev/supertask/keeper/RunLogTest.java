package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T11:00:00Z"));

    private @TempDir Path folder;

    @Test
    void keepsTheFirstAndTheLastHalf() throws IOException {
        RunLog log = log(20);

        append(log, "0123456789abc");
        append(log, "defghijklmnopqrstuvwxyz");
        close(log);

        assertEquals("""
                0123456789
                [supertask: 16 bytes of output are left out here · the log's "max-size" is 20 bytes]
                qrstuvwxyz""", text());
        assertFalse(Files.exists(folder.resolve("log.ring")));
    }

    @Test
    void setsASectionApartByItsHeadingOutsideTheLimit() throws IOException {
        Files.writeString(folder.resolve("log"), "an earlier step");
        RunLog log = new RunLog(folder.resolve("log").toString(), new LogForm(false, null, 8), "== load ==\n", CLOCK);

        append(log, "0123456789abc");
        close(log);

        assertEquals("""
                an earlier step
                == load ==
                0123
                [supertask: 5 bytes of output are left out here · the log's "max-size" is 8 bytes]
                9abc""", text());
    }

    @Test
    void hasAHeadingWhereNothingIsWrittenOrStarted() throws IOException {
        close(new RunLog(folder.resolve("log").toString(), LogForm.PLAIN, "== load ==\n", CLOCK));
        new RunLog(folder.resolve("log").toString(), LogForm.PLAIN, "== tell ==\n", CLOCK)
                .failed(new Failure(127, "no program \"x\""));
        new RunLog(folder.resolve("other").toString(), LogForm.PLAIN, "", CLOCK)
                .failed(new Failure(127, "no program \"x\""));

        assertEquals("== load ==\n== tell ==\nsupertask: no program \"x\"\n", text());
        assertFalse(Files.exists(folder.resolve("other")));
    }

    @Test
    void beginsItsOwnLineOnlyWhereTheHeadDoesNotEndOne() throws IOException {
        RunLog log = log(8);

        append(log, "abc\ndef\nghi\njkl\n");
        close(log);

        assertEquals("""
                abc
                [supertask: 8 bytes of output are left out here · the log's "max-size" is 8 bytes]
                jkl
                """, text());
    }

    @Test
    void leavesNothingOutOfWhatFits() throws IOException {
        for (int length = 0; length <= 20; length++) {
            Files.deleteIfExists(folder.resolve("log"));
            RunLog log = log(20);
            for (int i = 0; i < length; i++) {
                append(log, Integer.toString(i % 10));
            }
            close(log);

            assertEquals("01234567890123456789".substring(0, length), length == 0 ? "" : text());
        }
    }

    @Test
    void keepsTheRightBytesHoweverTheyCome() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            Files.deleteIfExists(folder.resolve("log"));
            int half = 1 + random.nextInt(2000);
            RunLog log = log(2L * half);
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                String piece = random.ints(random.nextInt(1000), 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                all.append(piece);
                append(log, piece);
            }
            close(log);

            String text = text();
            if (all.length() <= 2 * half) {
                assertEquals(all.toString(), text, "seed " + seed);
            } else {
                assertTrue(text.startsWith(all.substring(0, half) + "\n[supertask: "
                        + (all.length() - 2 * half) + " bytes"), "seed " + seed);
                assertTrue(text.endsWith("]\n" + all.substring(all.length() - half)), "seed " + seed);
            }
        }
    }

    @Test
    void takesALongTailInSteps() throws IOException {
        RunLog log = log(20 << 20);
        String megabyte = "x".repeat(1 << 20);
        for (int i = 0; i < 30; i++) {
            append(log, megabyte);
        }

        int steps = 1;
        while (!log.close()) {
            steps++;
        }

        assertEquals(3, steps);
        assertTrue(Files.size(folder.resolve("log")) > 20 << 20);
    }

    @Test
    void isMadeWholeAfterItsKeeperDied() throws IOException {
        append(log(20), "0123456789abcdefghijklmnopqrstuvwxyz");
        // Its keeper died while it appended the ring.
        Files.writeString(folder.resolve("log"), "0123456789\n[supert");

        assertEquals(0, LogRing.recover(folder.resolve("log").toString()));

        assertTrue(text().startsWith("0123456789\n[supertask: 16 bytes"), this::text);
        assertTrue(text().endsWith("]\nqrstuvwxyz"), this::text);
        assertFalse(Files.exists(folder.resolve("log.ring")));
        assertEquals(0, LogRing.recover(folder.resolve("log").toString()));
    }

    @Test
    void showsItsEndToOthersWhileItIsWritten() throws IOException {
        RunLog log = log(20);
        assertTrue(LogRingView.of(folder.resolve("log")).isEmpty());

        append(log, "0123456789abcdefghijklmnopqrstuvwxyz");

        try (LogRingView view = LogRingView.of(folder.resolve("log")).orElseThrow()) {
            byte[] end = new byte[10];
            view.read(end, 10, view.oldest());
            assertEquals("10 16 26 qrstuvwxyz", view.logLength() + " " + view.oldest() + " " + view.end() + " "
                    + new String(end, StandardCharsets.US_ASCII));
        }
        close(log);
        assertTrue(LogRingView.of(folder.resolve("log")).isEmpty());
    }

    @Test
    void limitsWhatItWritesNotWhatItReads() throws IOException {
        RunLog log = new RunLog(folder.resolve("log").toString(), new LogForm(true, null, 24), "", CLOCK);

        append(log, "a\nb\nc\nd\n");
        close(log);

        assertEquals("""
                out | a
                out
                [supertask: 8 bytes of output are left out here · the log's "max-size" is 24 bytes]
                | c
                out | d
                """.replace("out\n[", "out \n["), text());
    }

    private RunLog log(long mostBytes) {
        return new RunLog(folder.resolve("log").toString(), new LogForm(false, null, mostBytes), "", CLOCK);
    }

    private static void append(RunLog log, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            log.append(1, arena.allocate(Math.max(1, bytes.length)).copyFrom(MemorySegment.ofArray(bytes))
                    .asSlice(0, bytes.length));
        }
    }

    private static void close(RunLog log) {
        while (!log.close()) {
            Thread.onSpinWait();
        }
    }

    private String text() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
