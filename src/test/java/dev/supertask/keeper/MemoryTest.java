package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;

/// Memory that is given back is no longer counted, and there again when it is needed.
class MemoryTest {

    @Test
    void letsGoOfWhatStartingTouched() throws IOException {
        long before = residentFiles();
        Memory.giveBack();
        long after = residentFiles();

        assertTrue(after <= before - 1024, () -> before + " KiB of files before, " + after + " KiB after");
        // What is needed comes back.
        assertEquals("a 12", String.format("%s %d", "A".toLowerCase(Locale.ROOT), 12));
    }

    private static long residentFiles() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("RssFile:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }
}
