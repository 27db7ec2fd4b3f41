package dev.supertask.launch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

import dev.supertask.keeper.KeeperFiles;
import dev.supertask.keeper.Native;

/// The best launcher that there is on this system.
public final class Launchers {

    private Launchers() {}

    /// A [KeeperLauncher]; where the system does not have what it takes, one whose runs end with this
    /// process.
    ///
    /// @param notice as for [KeeperLauncher#connectOrStart]; also told, once, what is lost on this system
    public static Launcher open(KeeperFiles files, InstantSource clock, Duration killAfter,
            Consumer<String> notice) {
        return Native.missing().<Launcher>map(missing -> {
            notice.accept("runs will not survive this process, nor can all their descendants be found: " + missing
                    + " · see \"supertask doctor\"");
            return new PlainLauncher(clock);
        }).orElseGet(() -> KeeperLauncher.connectOrStart(files, clock, killAfter, notice));
    }
}
