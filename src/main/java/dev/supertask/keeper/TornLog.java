package dev.supertask.keeper;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/// The log of a run whose keeper died.
public final class TornLog {
    private static final Logger LOG = System.getLogger(TornLog.class.getName());

    private TornLog() {}

    /// Makes it whole: the end of one that has a limit is appended to it, as its keeper would have done at the end of
    /// the run. Does nothing where there is nothing to append. Only for a run whose keeper is dead.
    public static void mend(Path log) {
        if (Files.exists(LogRingView.file(log))) {
            int result = LogRing.recover(log.toString());
            if (result < 0) {
                LOG.log(Level.WARNING, "cannot write log \"" + log + "\": " + Posix.words(-result)
                        + " · what it is to end with stays in \"" + LogRingView.file(log) + "\"");
            }
        }
    }
}
