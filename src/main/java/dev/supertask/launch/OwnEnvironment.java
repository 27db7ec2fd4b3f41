package dev.supertask.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The environment that this process was started with.
public final class OwnEnvironment {
    private static final Path RAW = Path.of("/proc/self/environ");

    private OwnEnvironment() {}

    /// Its variables, byte for byte in any locale, as [dev.supertask.keeper.NativeText] tells them;
    /// [System#getenv()] reads them as the locale says, which under `LC_ALL=C`, as in many a container,
    /// spoils every letter that is not ASCII.
    public static Map<String, String> read() {
        try {
            return variables(ProcTexts.read(RAW));
        } catch (IOException noProc) {
            return System.getenv();
        }
    }

    private static Map<String, String> variables(List<String> entries) {
        Map<String, String> env = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                // Of two with the same name, getenv(3) sees the first.
                env.putIfAbsent(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return Collections.unmodifiableMap(env);
    }
}
