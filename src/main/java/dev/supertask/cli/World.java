package dev.supertask.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

import dev.supertask.keeper.NativePath;

/// Everything that the program finds around it. Tests hand in another one.
///
/// @param environment the environment variables
/// @param workingDir the absolute folder that relative paths start from
/// @param clock the time
/// @param zone the system's time zone
/// @param user the login name of the uid
/// @param host the machine's name, as `gethostname(2)` gives it
/// @param in standard input, in bytes
/// @param out standard output, in bytes
/// @param err standard error, in bytes
/// @param terminals which of the standard streams are terminals
public record World(Map<String, String> environment, Path workingDir, InstantSource clock, ZoneId zone,
        String user,
        String host, InputStream in, OutputStream out, OutputStream err, Terminals terminals) {

    /// Which of the standard streams are terminals.
    public record Terminals(boolean in, boolean out, boolean err) {
        /// None: a pipe, a file, a test.
        public static final Terminals NONE = new Terminals(false, false, false);
    }

    /// Copies the environment.
    public World {
        environment = Map.copyOf(environment);
    }

    /// A path as the user means it.
    public Path resolve(String path) {
        return workingDir.resolve(NativePath.of(path)).normalize();
    }

    /// A variable's value, or the empty text.
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
