package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.Engines;
import dev.supertask.testkit.RunningProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// As a service: what the manager hears, and what it does. The manager is a small program that stands for systemd,
/// which does not run inside the containers that tests run in.
@Timeout(180)
class ServiceTest {
    @TempDir
    private Path folder;
    private BuiltProgram supertask;
    private List<String> manager = List.of();

    @BeforeEach
    void aManager() throws Exception {
        Engines.require("python3");
        supertask = new BuiltProgram(folder);
        Path script = folder.resolve("service-manager.py");
        try (InputStream text = Objects.requireNonNull(getClass().getResourceAsStream("service-manager.py"))) {
            Files.copy(text, script);
        }
        manager = List.of("python3", script.toString());
    }

    @Test
    void tellsItsManagerThatItIsReadyWhatItDoesThatItLivesAndThatItEnds() throws Exception {
        supertask.write("supertask.yaml", """
                namespace: ops
                timezone: UTC
                jobs:
                  long: {when: once, run: sleep 600}
                  never: {when: "at 2099-01-01T00:00", run: "true"}
                """);
        try (RunningProgram service = supertask.startBehind(manager, "run", "--grace", "0s")) {
            service.awaitOut("READY=1\n");
            service.awaitOut("STATUS=2 jobs, 1 running, next never 2099-01-01 00:00\n");
            service.awaitOut("(?s)WATCHDOG=1\n.*WATCHDOG=1\n.*WATCHDOG=1\n");
            service.signal("TERM");
            service.awaitOut("STOPPING=1\n");
            service.awaitOut("exit 143\n");
            assertFalse(service.out().contains("ignored"), service.out());
            assertFalse(service.out().contains("watchdog: killed"), service.out());
        }
    }

    @Test
    void aStuckSchedulerIsRestartedAndItsJobsLiveOn() throws Exception {
        supertask.write("supertask.yaml", """
                namespace: ops
                jobs:
                  long: {when: once, run: "echo begun; while ! [ -e go ]; do sleep 0.1; done; echo done"}
                """);
        try (RunningProgram service = supertask.startBehind(manager, "run", "--detach-jobs")) {
            service.awaitErr("long started");
            String main = service.awaitOut("main (\\d+)\n");
            service.awaitOut("READY=1\n");
            new ProcessBuilder("kill", "-STOP", main).start().waitFor();
            service.awaitOut("(?s)watchdog: killed\nmain \\d+\n.*READY=1\n");
            supertask.write("go", "");
            service.awaitErr("long succeeded");
            service.awaitOut("exit 0\n");
            assertEquals("begun\ndone\n", supertask.run("logs", "long").out());
            String runs = supertask.run("list-runs", "--output", "csv").out();
            assertEquals(2, runs.lines().count(), runs);
            assertTrue(runs.contains(",succeeded,"), runs);
        }
    }
}
