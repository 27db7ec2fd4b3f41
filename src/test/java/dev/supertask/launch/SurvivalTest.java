package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs outlive their scheduler, however it dies.
class SurvivalTest {
    private static final Random RANDOM = new Random(11);
    private static final String WORK = "echo $SUPERTASK_RUN_ID >>started; echo begin; "
            + "while [ ! -e go ]; do sleep 0.05; done; echo end; exit $(( $$ % 100 ))";

    private @TempDir Path folder;

    @Test
    @Timeout(90)
    void twentyRunsSurviveThreeSchedulersThatAreKilled() throws Exception {
        List<RunId> runs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            runs.add(RunId.create(Launches.NOW, RANDOM));
        }
        // The second and third come into the middle of what the one before them has begun.
        for (int scheduler = 0; scheduler < 3; scheduler++) {
            Process process = scheduler(runs);
            int expected = 4 + 8 * scheduler;
            Launches.until(() -> started().size() >= Math.min(20, expected));
            process.destroyForcibly().waitFor();
        }
        Launches.until(() -> started().size() == 20);
        try (Kept kept = new Kept(folder)) {
            Map<RunId, RecordingWatcher> watchers = new LinkedHashMap<>();
            for (RunId run : runs) {
                RecordingWatcher watcher = new RecordingWatcher();
                kept.launcher.adopt(Launch.earlier(run, 1, 1, folder.resolve("log." + run.text())), watcher);
                watchers.put(run, watcher);
            }
            kept.launcher.adoptedAll();
            watchers.values().forEach(RecordingWatcher::pid);
            long keeper = kept.keeper().pid();
            Files.createFile(folder.resolve("go"));
            watchers.forEach((run, watcher) -> {
                assertEquals(new Outcome.Exited((int) (watcher.pid() % 100)), watcher.outcome());
                assertEquals("begin\nend\n", log(run));
                kept.launcher.settled(run, 1);
            });
            assertEquals(20, started().stream().distinct().count());
            assertEquals(20, started().size());
            assertTrue(Launches.lives(keeper));
        }
    }

    @Test
    @Timeout(90)
    void theKeeperLeavesOnceItsLastRunHasEndedAndItsJournalTellsTheRest() throws Exception {
        RunId run = RunId.create(Launches.NOW, RANDOM);
        Process process = scheduler(List.of(run));
        Launches.until(() -> started().size() == 1);
        process.destroyForcibly().waitFor();
        Kept first = new Kept(folder);
        long keeper = first.keeper().pid();
        first.launcher.close();
        assertTrue(Launches.lives(keeper));

        Files.createFile(folder.resolve("go"));
        Launches.until(() -> !Launches.lives(keeper));

        assertFalse(Files.exists(first.files.socket()));
        assertTrue(first.ledger().trace(run.text(), 1).isEnd());
        try (Kept second = new Kept(folder)) {
            RecordingWatcher watcher = new RecordingWatcher();
            second.launcher.adopt(Launch.earlier(run, 1, 1, folder.resolve("log." + run.text())), watcher);
            assertEquals((int) (watcher.pid() % 100), watcher.outcome().exitCode());
        }
    }

    private Process scheduler(List<RunId> runs) throws IOException {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                KeptMain.class.getName(), folder.toString(), WORK));
        runs.forEach(run -> words.add(run.text()));
        return new ProcessBuilder(words).inheritIO().start();
    }

    private List<String> started() {
        try {
            Path file = folder.resolve("started");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String log(RunId run) {
        try {
            return Files.readString(folder.resolve("log." + run.text()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
