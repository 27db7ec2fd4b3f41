package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.supertask.keeper.Incarnation;
import dev.supertask.keeper.KeeperFiles;
import dev.supertask.keeper.Ledger;

/// A folder with a keeper, and launchers that connect to it.
final class Kept implements AutoCloseable {
    final KeeperFiles files;
    final List<String> notices = new CopyOnWriteArrayList<>();
    KeeperLauncher launcher;

    Kept(Path folder) {
        files = new KeeperFiles(folder.resolve("s"), folder.resolve("keeper.journal"));
        launcher = open();
    }

    KeeperLauncher open() {
        return KeeperLauncher.connectOrStart(files, InstantSource.fixed(Launches.NOW), Duration.ofMillis(300),
                notices::add);
    }

    /// Leaves the keeper, and comes back with a launcher that knows nothing.
    KeeperLauncher reopen() {
        launcher.close();
        launcher = open();
        return launcher;
    }

    Ledger ledger() {
        try {
            return Ledger.read(files.journal());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Incarnation keeper() {
        Launches.until(() -> ledger().keeperLives());
        return ledger().keeper().orElseThrow();
    }

    /// Kills the keeper, and waits until it is dead.
    Incarnation kill() throws IOException, InterruptedException {
        Incarnation keeper = keeper();
        new ProcessBuilder("kill", "-KILL", Long.toString(keeper.pid())).start().waitFor();
        Launches.until(() -> !keeper.alive());
        return keeper;
    }

    /// Leaves the keeper, and waits until it has left too.
    @Override
    public void close() {
        launcher.close();
        Launches.until(() -> !ledger().keeperLives() && !Files.exists(files.socket()));
        assertTrue(Files.notExists(files.journal().resolveSibling("keeper.journal.err")), "it had trouble");
    }
}
