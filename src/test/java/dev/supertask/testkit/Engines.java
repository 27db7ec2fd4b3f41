package dev.supertask.testkit;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// What a test needs besides the JDK. Where it is missing the test is skipped, with a line that names it; on the
/// build server (`CI=true`) it fails, so that nothing is skipped there in silence.
public final class Engines {
    private Engines() {}

    /// Goes on only if each program is on the `PATH`.
    public static void require(String... programs) {
        for (String program : programs) {
            require(program, onPath(program, System.getenv("PATH")));
        }
    }

    /// Goes on only if the engine is present, as the test found out itself.
    public static void require(String engine, boolean present) {
        require(engine, present, System.getenv());
    }

    static void require(String engine, boolean present, Map<String, String> env) {
        if (present) {
            return;
        }
        String line = "this test needs \"" + engine + "\", which is not on this machine";
        if ("true".equals(env.get("CI"))) {
            Assertions.fail(line + " · CI=true: install it in .ci/run");
        }
        System.err.println("skipped: " + line);
        Assumptions.abort(line);
    }

    static boolean onPath(String program, String path) {
        List<String> folders = Arrays.asList(path.split(File.pathSeparator, -1));
        return folders.stream().map(folder -> new File(folder, program))
                .anyMatch(file -> file.isFile() && file.canExecute());
    }
}
