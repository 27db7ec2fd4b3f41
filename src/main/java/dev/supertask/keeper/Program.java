package dev.supertask.keeper;

import java.nio.charset.StandardCharsets;

/// Where a program is, and why one could not be started: what posix_spawn(3) does not say.
final class Program {
    private static final String USUAL_PATH = "/bin:/usr/bin";

    private Program() {}

    /// The path of what a request starts, found as execvp(3) does: a name with a slash is a path, any
    /// other is looked for on the `PATH` of the request's own environment.
    ///
    /// @throws FailureException when it is not there or not executable
    static String find(Spawn spawn) throws FailureException {
        String name = spawn.argv().getFirst();
        if (name.indexOf('/') >= 0) {
            return name;
        }
        String path = spawn.variable("PATH", USUAL_PATH);
        String refused = null;
        // An empty name would match every folder itself.
        for (String folder : name.isEmpty() ? new String[0] : path.split(":", -1)) {
            String candidate = absolute(spawn, folder.isEmpty() ? name : folder + "/" + name);
            if (Posix.isExecutable(candidate)) {
                return candidate;
            }
            if (refused == null && Posix.exists(candidate) && !Posix.isFolder(candidate)) {
                refused = candidate;
            }
        }
        if (refused != null) {
            throw notExecutable(refused);
        }
        throw new FailureException(Failure.NOT_FOUND, "no program \"" + name + "\" on PATH (" + path + ")");
    }

    /// Makes sure that a program can be executed, by root at least.
    ///
    /// @throws FailureException when it cannot
    static void require(Spawn spawn, String path) throws FailureException {
        if (!Posix.isExecutable(absolute(spawn, path))) {
            throw explain(spawn, path, new SpawnException(
                    Posix.exists(absolute(spawn, path)) ? Posix.EACCES : Posix.ENOENT));
        }
    }

    /// Finds out what the kernel refused.
    static FailureException explain(Spawn spawn, String path, SpawnException refusal) {
        String folder = spawn.workingDir();
        if (!Posix.isFolder(folder)) {
            return new FailureException(Failure.NOT_EXECUTABLE, Posix.exists(folder)
                    ? "working folder \"" + folder
                            + "\" cannot be entered · is it a folder, and may this user?"
                    : "no working folder \"" + folder + "\" · make it, or name another one");
        }
        String file = absolute(spawn, path);
        return switch (refusal.errno()) {
            case Posix.ENOENT -> missing(path, file);
            case Posix.EACCES -> Posix.isFolder(file)
                    ? new FailureException(Failure.NOT_EXECUTABLE, "\"" + path + "\" is a folder, no program")
                    : notExecutable(path);
            case Posix.ENOEXEC -> new FailureException(Failure.NOT_EXECUTABLE,
                    "\"" + path + "\" is no program for this machine");
            case Posix.E2BIG -> new FailureException(Failure.NOT_EXECUTABLE, "\"" + path
                    + "\": the arguments and the environment are too long for this system · hand it a file");
            default -> new FailureException(Failure.NOT_EXECUTABLE,
                    "\"" + path + "\" cannot be started: " + refusal.getMessage());
        };
    }

    /// Whether a file that the kernel cannot execute is text, which execvp(3) hands to a shell.
    static boolean isText(Spawn spawn, String path) {
        String head = head(absolute(spawn, path));
        return !head.isEmpty() && head.indexOf('\0') < 0;
    }

    private static FailureException missing(String path, String file) {
        if (!Posix.exists(file)) {
            return new FailureException(Failure.NOT_FOUND, "no program \"" + path + "\"");
        }
        String line = head(file).lines().findFirst().orElse("");
        if (!line.startsWith("#!")) {
            return new FailureException(Failure.NOT_FOUND,
                    "\"" + path + "\" needs a loader or library that is not on this machine");
        }
        String interpreter = line.substring(2).strip().split("[ \t]", 2)[0];
        return new FailureException(Failure.NOT_FOUND,
                "\"" + path + "\" needs the interpreter \"" + interpreter + "\", which does not exist");
    }

    private static FailureException notExecutable(String path) {
        return new FailureException(Failure.NOT_EXECUTABLE,
                "\"" + path + "\" is not executable · chmod +x \"" + path + "\"");
    }

    private static String absolute(Spawn spawn, String path) {
        return path.startsWith("/") ? path : spawn.workingDir() + "/" + path;
    }

    private static String head(String file) {
        byte[] head = Posix.head(file, 256);
        return new String(head, StandardCharsets.ISO_8859_1);
    }
}
