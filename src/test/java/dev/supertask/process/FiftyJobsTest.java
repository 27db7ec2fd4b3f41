package dev.supertask.process;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Fifty jobs, each every second: every slot runs exactly once, none is missing, each has its log and exit
/// code, and whoever asks meanwhile is answered at once.
class FiftyJobsTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void runEverySlotOnceForAWhile() throws Exception {
        new FiftyJobs(folder).runFor(Duration.ofSeconds(12));
    }

    @Test
    @Tag("full")
    @Timeout(240)
    void runEverySlotOnceForAMinute() throws Exception {
        new FiftyJobs(folder).runFor(Duration.ofSeconds(60));
    }
}
