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
    private static final String LOCALE = "LC_ALL";
    // The launcher has the JVM run in a locale of UTF-8, without which it cannot name every file, and keeps the
    // user's here: empty where there was none, else an equals sign and the value.
    static final String LOCALE_BEFORE = "SUPERTASK_LC_ALL";

    private OwnEnvironment() {}

    /// Its variables, byte for byte in any locale, as [dev.supertask.keeper.NativeText] tells them;
    /// [System#getenv()] reads them as the locale says, which under `LC_ALL=C`, as in many a container,
    /// spoils every letter that is not ASCII. `LC_ALL` is what it was before the launcher changed it.
    public static Map<String, String> read() {
        try {
            return variables(ProcTexts.read(RAW));
        } catch (IOException noProc) {
            Map<String, String> env = new LinkedHashMap<>(System.getenv());
            restoreLocale(env);
            return Collections.unmodifiableMap(env);
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
        restoreLocale(env);
        return Collections.unmodifiableMap(env);
    }

    private static void restoreLocale(Map<String, String> env) {
        String before = env.remove(LOCALE_BEFORE);
        if (before != null) {
            env.remove(LOCALE);
            if (before.startsWith("=")) {
                env.put(LOCALE, before.substring(1));
            }
        }
    }
}
