package dev.supertask.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// How this process stands to its controlling terminal, by `/proc/self/stat`.
///
/// @param present whether there is one
record Terminal(boolean present) {
    private static final Path STAT = Path.of("/proc/self/stat");
    // Counted from the state, which is the first field behind the name.
    private static final int GROUP = 2;
    private static final int TERMINAL = 4;
    private static final int FOREGROUND_GROUP = 5;

    static Terminal ofThisProcess() {
        return new Terminal(field(TERMINAL) != 0);
    }

    /// Whether this process's group is the one that the terminal sends its signals to. Job control may
    /// change that at any time.
    boolean reachesThisGroup() {
        return present && field(FOREGROUND_GROUP) == field(GROUP);
    }

    private static int field(int number) {
        try {
            String stat = Files.readString(STAT, StandardCharsets.ISO_8859_1);
            // The name may hold anything, parentheses too.
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[number]);
        } catch (IOException e) {
            // Without /proc it is safer to believe in none: signals are passed on then.
            return 0;
        }
    }
}
