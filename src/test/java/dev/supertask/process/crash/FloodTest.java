package dev.supertask.process.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.Waiting;
import dev.supertask.wire.RunJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A job writes without end, beside one that is to be on time.
@Timeout(600)
class FloodTest {
    private static final long LIMIT = 4 << 20;

    @TempDir
    private Path folder;
    private Site site;

    @BeforeEach
    void aSite() {
        site = new Site(folder);
    }

    @Test
    void neitherFillsTheDiskNorSlowsOthers() throws Exception {
        flood("256M", 256L << 20);
    }

    @Tag("full")
    @Test
    void neitherFillsTheDiskNorSlowsOthersWithTenGigabytes() throws Exception {
        flood("10G", 10L << 30);
    }

    private void flood(String size, long bytes) throws Exception {
        site.write("supertask.yaml", """
                namespace: ops
                timezone: UTC
                jobs:
                  tick: {every: 1s, run: echo}
                  flood:
                    when: once
                    log: {max-size: 4MiB}
                    run: |
                      until [ -e go ]; do sleep 0.05; done
                      echo first
                      head -c SIZE /dev/zero
                      echo last
                      echo >flooded
                      until [ -e end ]; do sleep 0.05; done
                """.replace("SIZE", size));
        long left = bytes + "first\nlast\n".length() - LIMIT;
        try (RunningProgram scheduler = site.run()) {
            scheduler.awaitErr(" tick succeeded");
            scheduler.awaitErr(" flood started");
            String quiet = scheduler.err();
            site.write("go", "");
            InProcess asker = new InProcess(folder);
            Waiting.until("the flood is over", Duration.ofMinutes(8), () -> {
                assertTrue(size(folder.resolve("store/ops/runs")) < 2 * LIMIT, "the limit holds all the time");
                return Files.exists(site.work().resolve("flooded"));
            });
            Waiting.until("its end is seen while its run goes on",
                    () -> asker.run("logs", "flood", "--tail", "1").out().endsWith("last\n"));
            String log = asker.run("logs", "flood").out();
            assertTrue(log.startsWith("first\n"), "it begins with the beginning");
            assertTrue(log.contains("\n[supertask: " + left + " bytes of output are left out here]\n"), "left " + left);
            Waiting.until("an occurrence runs", () -> scheduler.err().substring(quiet.length())
                    .contains(" tick succeeded"));
            site.write("end", "");
            scheduler.awaitErr(" flood succeeded");
            Site.end(scheduler);
        }
        List<RunJson> runs = site.runs("ops");
        assertEquals("succeeded", runs.stream().filter(run -> run.job().equals("flood")).findFirst().orElseThrow()
                .state());
        // Before its keeper is there a run may still wait when the next one is due.
        runs.stream().filter(run -> run.job().equals("tick") && run.startedAt() != null).skip(1).forEach(run -> {
            assertEquals("succeeded", run.state(), run::toString);
            Duration late = Duration.between(run.scheduledAt(), Objects.requireNonNull(run.startedAt()));
            assertTrue(late.toMillis() < 2_000, () -> late + " late: " + run);
        });
        site.nothingIsLeft();
    }

    private static long size(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.mapToLong(file -> Files.isDirectory(file) ? 0 : file.toFile().length()).sum();
        } catch (IOException goneMeanwhile) {
            return 0;
        }
    }
}
