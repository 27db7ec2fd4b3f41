package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log with a limit of twenty bytes, copied while it is flooded.
class LogCopyTest {
    private static final String MARKER = " bytes of output are left out here · the log's \"max-size\" is 20 bytes]\n";

    @TempDir
    private Path folder;
    private Path log;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private LogCopy copy;

    @BeforeEach
    void aBeginning() throws IOException {
        log = Files.writeString(folder.resolve("log"), "0123\n56789");
        copy = new LogCopy(log, out);
    }

    /// The end of a log, as a keeper writes it.
    ///
    /// @param bytes as they lie in the file: each at its position, modulo their number
    /// @param written how many there were all told
    static void ring(Path log, String bytes, long written) throws IOException {
        ByteBuffer ring = ByteBuffer.allocate(32 + bytes.length()).order(ByteOrder.nativeOrder());
        ring.putLong(bytes.length()).putLong(written).putLong(Files.size(log)).putLong(written);
        ring.put(bytes.getBytes(StandardCharsets.US_ASCII));
        Files.write(log.resolveSibling("log.ring"), ring.array());
    }

    private String next() {
        out.reset();
        copy.more();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void goesOnWhereItWasAsLongAsThatIsThere() throws IOException {
        assertEquals("0123\n56789", next());
        ring(log, "abcde.....", 5);
        assertEquals("abcde", next());
        ring(log, "klcdefghij", 12);
        assertEquals("fghijkl", next());
        assertEquals("", next());
    }

    @Test
    void saysHowMuchItMissedInBetween() throws IOException {
        ring(log, "abcdefghij", 10);
        assertEquals("0123\n56789abcdefghij", next());
        ring(log, "efghijklmn", 40);
        assertEquals("\n[supertask: 20 bytes of output are left out here]\nefghijklmn", next());
    }

    @Test
    void goesOnWhenTheRunHasEndedAndTheLogIsPutTogether() throws IOException {
        ring(log, "klcdefghij", 12);
        assertEquals("0123\n56789\n[supertask: 2 bytes of output are left out here]\ncdefghijkl", next());
        Files.writeString(log, "0123\n56789\n[supertask: 5" + MARKER + "fghijklmno");
        Files.delete(log.resolveSibling("log.ring"));
        assertEquals("mno", next());
        assertEquals("", next());
    }

    @Test
    void saysWhatItMissedAlsoWhenTheLogIsPutTogether() throws IOException {
        ring(log, "ab........", 2);
        assertEquals("0123\n56789ab", next());
        Files.writeString(log, "0123\n56789\n[supertask: 5" + MARKER + "fghijklmno");
        Files.delete(log.resolveSibling("log.ring"));
        assertEquals("\n[supertask: 3 bytes of output are left out here]\nfghijklmno", next());
    }

    @Test
    void goesOnWhereAllOfItFitInTheEnd() throws IOException {
        ring(log, "ab........", 2);
        assertEquals("0123\n56789ab", next());
        Files.writeString(log, "0123\n56789abcde");
        Files.delete(log.resolveSibling("log.ring"));
        assertEquals("cde", next());
    }

    @Test
    void isTheLogItselfWhereTheRunHasEnded() throws IOException {
        Files.writeString(log, "0123\n56789\n[supertask: 5" + MARKER + "fghijklmno");
        assertEquals("0123\n56789\n[supertask: 5" + MARKER + "fghijklmno", next());
    }
}
