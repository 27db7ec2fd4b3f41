package dev.supertask.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.supertask.keeper.KeeperFiles;
import dev.supertask.run.RunId;

/// A scheduler that is there to be killed: asks for the runs that it is given, as any does that comes back
/// after a crash, and waits for ever.
final class KeptMain {
    private KeptMain() {}

    /// @param args the folder, the shell text, and the runs' ids
    static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        Launcher launcher = KeeperLauncher.connectOrStart(
                new KeeperFiles(folder.resolve("s"), folder.resolve("keeper.journal")), InstantSource.system(),
                Duration.ofSeconds(1), notice -> {});
        Arrays.stream(args).skip(2).forEach(id -> {
            RunId run = new RunId(id);
            Map<String, String> env = Map.of("PATH", System.getenv("PATH"), "SUPERTASK_RUN_ID", id);
            launcher.launch(new Launch(run, 1, new Command(List.of("/bin/sh", "-c", args[1]), env, folder),
                    folder.resolve("log." + id)), new RecordingWatcher());
        });
        Thread.currentThread().join();
    }
}
