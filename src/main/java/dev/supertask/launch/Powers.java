package dev.supertask.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What this process may do, by proc(5): asked before a launch, so that a person is told why it cannot be.
///
/// @param status the lines of `/proc/self/status`
/// @param limits the lines of `/proc/self/limits`
/// @param nice the niceness that it has
record Powers(List<String> status, List<String> limits, int nice) {
    // The numbers of capabilities(7).
    private static final int SETGID = 6;
    private static final int SETUID = 7;
    private static final int SYS_NICE = 23;
    private static final int SYS_RESOURCE = 24;
    // Counted from the state, which is the first field behind the name.
    private static final int NICE = 16;
    private static final int HARD = 1;

    static Powers ofThisProcess() {
        Path self = Path.of("/proc/self");
        try {
            String stat = Files.readString(self.resolve("stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return new Powers(Files.readAllLines(self.resolve("status"), StandardCharsets.ISO_8859_1),
                    Files.readAllLines(self.resolve("limits"), StandardCharsets.ISO_8859_1),
                    Integer.parseInt(fields[NICE]));
        } catch (IOException noProc) {
            return new Powers(List.of(), List.of(), 0);
        }
    }

    /// The numbers of its user and group that count.
    int uid() {
        return number("Uid:");
    }

    int gid() {
        return number("Gid:");
    }

    boolean mayBecomeAnybody() {
        return may(SETUID) && may(SETGID);
    }

    boolean mayHaveAnyGroup() {
        return may(SETGID);
    }

    /// Whether it may start what comes before itself.
    boolean mayBeLessNice() {
        return may(SYS_NICE);
    }

    /// Whether a limit may be had here, and by whoever it is given to.
    ///
    /// @param name as `/proc/self/limits` calls it
    boolean mayLimit(String name, long value) {
        return may(SYS_RESOURCE) || value <= most(name);
    }

    /// The most that a limit may be; [Long#MAX_VALUE] where there is none.
    long most(String name) {
        return limits.stream().filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip().split("\\s+", -1)[HARD])
                .mapToLong(value -> value.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(value))
                .findFirst().orElse(Long.MAX_VALUE);
    }

    private boolean may(int capability) {
        return status.stream().filter(line -> line.startsWith("CapEff:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(set -> (set >>> capability & 1) == 1);
    }

    // The second of the four numbers is the effective one.
    private int number(String name) {
        return status.stream().filter(line -> line.startsWith(name))
                .mapToInt(line -> (int) Long.parseLong(line.split("\\s+", -1)[2])).findFirst().orElse(-1);
    }
}
