package dev.supertask.run;

import java.nio.file.Path;

/// Why a program of ours failed, in its own words. It leaves them in a file beside the one for its outputs.
public final class Reason {
    /// What is beyond this many bytes is not read.
    public static final int MAX_BYTES = 2000;

    private Reason() {}

    /// The file for the reason of a step.
    ///
    /// @param output the file for its outputs
    public static Path beside(Path output) {
        return output.resolveSibling(output.getFileName() + ".reason");
    }

    /// How a step ended that left a reason: what it says takes the place of a bare exit code.
    ///
    /// @param reason empty where it left none
    public static Outcome of(Outcome outcome, String reason) {
        return outcome instanceof Outcome.Exited(int status) && status != 0 && !reason.isBlank()
                ? new Outcome.Explained(status, reason.strip())
                : outcome;
    }
}
