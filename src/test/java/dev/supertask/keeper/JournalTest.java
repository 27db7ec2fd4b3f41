package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant AT = Instant.parse("2026-11-24T03:00:00.000000001Z");
    private static final Incarnation KEEPER = Incarnation.ofThisProcess();
    private static final Incarnation DEAD = new Incarnation(KEEPER.pid(), KEEPER.startTicks() - 1, KEEPER.bootId());
    private static final AttemptId A = new AttemptId("a", 1);
    private static final AttemptId B = new AttemptId("b", 2);
    private static final Trace INTENDED = new Trace.Intended(AT);
    private static final Trace RUNNING = new Trace.Running(17, 4711, AT, List.of(5L, 1L << 40));
    private static final Trace ENDED = new Trace.Ended(new Exit(3, 0, 1234, 5678), AT);
    private static final Trace FAILED = new Trace.Failed(new Failure(127, "no program \"ü\""), AT);

    private @TempDir Path folder;

    @Test
    void holdsTheLastNewsOfEachAttempt() throws IOException {
        try (Journal journal = new Journal(file(), KEEPER)) {
            write(journal, A, INTENDED, RUNNING, ENDED);
            write(journal, B, INTENDED, FAILED);
            write(journal, new AttemptId("c", 1), INTENDED, RUNNING);
        }

        Ledger ledger = Ledger.read(file());

        assertEquals(ENDED, ledger.trace("a", 1));
        assertEquals(FAILED, ledger.trace("b", 2));
        assertEquals(RUNNING, ledger.trace("c", 1));
        assertEquals(new Trace.Unknown(), ledger.trace("a", 2));
        assertTrue(ledger.keeperLives());
        assertTrue(ledger.isOfLivingKeeper(new AttemptId("c", 1)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void tellsWhoLivedWhenItWasRead() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        Incarnation other = new Incarnation(process.pid(), Incarnation.startTicksOf(process.pid()), KEEPER.bootId());
        try (Journal journal = new Journal(file(), other)) {
            write(journal, A, RUNNING);
        }

        Ledger ledger = Ledger.read(file());
        process.destroyForcibly().waitFor();

        // What it has written down since then is not in the ledger, so it is not to be called lost by it.
        assertTrue(ledger.keeperLives());
        assertTrue(ledger.isOfLivingKeeper(A));
        assertFalse(Ledger.read(file()).isOfLivingKeeper(A));
    }

    @Test
    void isCompleteForABootWhereTheLastKeeperThereLeftInGoodOrder() throws IOException {
        Incarnation earlier = new Incarnation(1, 1, "an earlier boot");
        try (Journal journal = new Journal(file(), earlier)) {
            write(journal, A, RUNNING);
        }
        assertFalse(Ledger.read(file()).isComplete("an earlier boot"));
        try (Journal journal = new Journal(file(), new Incarnation(2, 2, "an earlier boot"))) {
            journal.leave();
        }
        new Journal(file(), KEEPER).close();

        assertTrue(Ledger.read(file()).isComplete("an earlier boot"));
        assertFalse(Ledger.read(file()).isComplete(KEEPER.bootId()));
        assertFalse(Ledger.read(file()).isComplete("another boot"));
        assertFalse(Ledger.read(file()).isOfLastKeeper(A));
    }

    @Test
    void tellsTheStepsOfAnAttemptApart() throws IOException {
        AttemptId second = new AttemptId("a", 1, 2);
        AttemptId third = new AttemptId("a", 1, 3);
        try (Journal journal = new Journal(file(), KEEPER)) {
            write(journal, A, INTENDED, RUNNING, ENDED);
            write(journal, second, INTENDED, FAILED);
            write(journal, third, INTENDED, RUNNING);
        }

        Ledger ledger = Ledger.read(file());

        assertEquals(List.of(ENDED, FAILED, RUNNING, new Trace.Unknown()), List.of(ledger.trace(A),
                ledger.trace(second), ledger.trace(third), ledger.trace(new AttemptId("a", 1, 4))));
    }

    @Test
    void takesWhatSaysNothingOfStepsForTheFirst() {
        ByteBuffer first = RecordCodec.encode(new JournalRecord.Traced(7, A, RUNNING));
        ByteBuffer second = RecordCodec.encode(new JournalRecord.Traced(7, new AttemptId("a", 1, 2), RUNNING));

        assertEquals(Integer.BYTES, second.remaining() - first.remaining(), "as earlier versions write it");
        assertEquals(new JournalRecord.Traced(7, A, RUNNING), RecordCodec.decode(first));
    }

    @Test
    void isReadAsEmptyWhereThereIsNone() throws IOException {
        Ledger ledger = Ledger.read(file());

        assertFalse(ledger.keeperLives());
        assertEquals(new Trace.Unknown(), ledger.trace("a", 1));
    }

    @Test
    void isCutWhereItWasTornWhereverThatWas() throws IOException {
        List<Long> ends = new ArrayList<>();
        try (Journal journal = new Journal(file(), KEEPER)) {
            for (Trace trace : List.of(INTENDED, RUNNING, ENDED)) {
                ends.add(Files.size(file()));
                write(journal, A, trace);
            }
        }
        byte[] whole = Files.readAllBytes(file());

        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            Trace before = Ledger.read(file()).trace("a", 1);
            int end = length;
            Trace expected = switch ((int) ends.stream().filter(e -> e <= end).count()) {
                case 0, 1 -> length >= ends.get(1) ? INTENDED : new Trace.Unknown();
                case 2 -> INTENDED;
                default -> RUNNING;
            };
            assertEquals(expected, before, "cut at " + length);
            try (Journal journal = new Journal(file(), KEEPER)) {
                assertEquals(!(expected instanceof Trace.Unknown), journal.knows(A));
                write(journal, B, INTENDED);
            }
            assertEquals(INTENDED, Ledger.read(file()).trace("b", 2), "cut at " + length);
            assertEquals(expected, Ledger.read(file()).trace("a", 1), "cut at " + length);
        }
    }

    @Test
    void believesNoDamagedRecord() throws IOException {
        try (Journal journal = new Journal(file(), KEEPER)) {
            write(journal, A, INTENDED);
        }
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 3] ^= 1;
        Files.write(file(), bytes);

        assertEquals(new Trace.Unknown(), Ledger.read(file()).trace("a", 1));
    }

    @Test
    void refusesWhatIsNoJournalOrOfALaterVersion() throws IOException {
        Files.writeString(file(), "something else");
        assertThrows(IOException.class, () -> new Journal(file(), KEEPER));
        Files.write(file(), new byte[]{'S', 'T', 'K', 'E', 'E', 'P', 0, 2, 1, 2, 3});
        String said = String.valueOf(assertThrows(IOException.class, () -> Ledger.read(file())).getMessage());
        assertTrue(said.endsWith("was written by a later version of Supertask · use that one"), said);
    }

    @Test
    void knowsThatRunsOfADeadKeeperAreNotItsOwn() throws IOException {
        try (Journal journal = new Journal(file(), DEAD)) {
            write(journal, A, INTENDED, RUNNING);
        }
        try (Journal journal = new Journal(file(), KEEPER)) {
            assertTrue(journal.knows(A));
            write(journal, B, INTENDED);
            journal.settle(B);
            assertEquals(0, journal.settled());
            journal.settle(A);
            assertEquals(1, journal.settled());
        }

        Ledger ledger = Ledger.read(file());

        assertTrue(ledger.line("a", 1).orElseThrow().isOrphaned());
        assertFalse(ledger.line("b", 2).orElseThrow().isOrphaned());
        assertEquals(Map.of(A, new Ledger.Line(RUNNING, DEAD, (Trace.Running) RUNNING), B,
                new Ledger.Line(INTENDED, KEEPER, null)), ledger.lines());
    }

    @Test
    void dropsWhatWasDealtWithAndGoesOnCounting() throws IOException {
        AttemptId open = new AttemptId("open", 1);
        try (Journal journal = new Journal(file(), DEAD)) {
            write(journal, open, INTENDED, RUNNING);
        }
        try (Journal journal = new Journal(file(), KEEPER)) {
            for (int i = 0; i < 1000; i++) {
                AttemptId attempt = new AttemptId("run " + i, 1);
                write(journal, attempt, INTENDED, RUNNING, ENDED);
                if (i % 100 != 0) {
                    journal.settle(attempt);
                }
            }
            long sequence = lastSequence();
            long before = Files.size(file());

            journal.compact();

            assertTrue(Files.size(file()) < before / 50);
            assertEquals(sequence + 1, lastSequence());
            write(journal, B, INTENDED);
            assertEquals(sequence + 2, lastSequence());
            assertTrue(journal.knows(new AttemptId("run 100", 1)));
            assertFalse(journal.knows(new AttemptId("run 101", 1)));
        }
        Ledger ledger = Ledger.read(file());
        assertEquals(12, ledger.lines().size());
        assertEquals(ENDED, ledger.trace("run 900", 1));
        assertEquals(DEAD, ledger.line("open", 1).orElseThrow().keeper());
        assertEquals(KEEPER, ledger.line("b", 2).orElseThrow().keeper());
    }

    @Test
    void showsANewReaderWhatWasWrittenAMomentAgo() throws IOException {
        List<String> read = new ArrayList<>();
        try (Journal journal = new Journal(file(), KEEPER)) {
            journal.append(List.of(number -> new JournalRecord.Traced(number, A, INTENDED)));
            journal.sync();
            drain(journal.new Cursor(), read);
        }
        assertEquals(List.of("a Intended"), read);
    }

    @Test
    void isReadOnceThoughItIsRewrittenMeanwhile() throws IOException {
        List<String> read = new ArrayList<>();
        try (Journal journal = new Journal(file(), KEEPER)) {
            Journal.Cursor cursor = journal.new Cursor();
            for (int i = 0; i < 50; i++) {
                AttemptId attempt = new AttemptId("run " + i, 1);
                write(journal, attempt, INTENDED, ENDED);
                if (i % 3 == 0) {
                    drain(cursor, read);
                }
                if (i % 2 == 0) {
                    journal.settle(attempt);
                }
                if (i % 7 == 0) {
                    drain(cursor, read);
                    journal.compact();
                }
            }
            drain(cursor, read);
        }
        assertEquals(100, read.size());
        assertEquals(100, read.stream().distinct().count());
    }

    private void drain(Journal.Cursor cursor, List<String> to) throws IOException {
        for (ByteBuffer bytes = cursor.next(200); bytes.hasRemaining(); bytes = cursor.next(200)) {
            for (JournalRecord r = RecordCodec.decode(bytes); r != null; r = RecordCodec.decode(bytes)) {
                if (r instanceof JournalRecord.Traced(_, AttemptId attempt, Trace trace)) {
                    to.add(attempt.run() + " " + trace.getClass().getSimpleName());
                }
            }
        }
    }

    private long lastSequence() throws IOException {
        long[] last = {0};
        try (var channel = java.nio.channels.FileChannel.open(file())) {
            JournalFile.read(file(), channel, entry -> last[0] = entry.sequence());
        }
        return last[0];
    }

    private static void write(Journal journal, AttemptId attempt, Trace... traces) throws IOException {
        for (Trace trace : traces) {
            journal.append(List.of(number -> new JournalRecord.Traced(number, attempt, trace)));
        }
        journal.publish();
    }

    private Path file() {
        return folder.resolve("journal");
    }
}
