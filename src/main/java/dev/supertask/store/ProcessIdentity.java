package dev.supertask.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/// A process, told apart from every other one that ever had or will have its pid.
///
/// @param pid the process id
/// @param startTime when it started: clock ticks since boot (proc(5), field 22 of `/proc/PID/stat`), 0
///         where that is not known
/// @param bootId the boot of the operating system it belongs to, empty where that is not known
public record ProcessIdentity(long pid, long startTime, String bootId) {
    private static final Path PROC = Path.of("/proc");

    /// This process.
    public static ProcessIdentity current() {
        long pid = ProcessHandle.current().pid();
        return new ProcessIdentity(pid, Math.max(0, startTimeOf(pid)), currentBootId());
    }

    /// The id of the running boot of this machine, empty where the system has none.
    public static String currentBootId() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /// Whether exactly this process still runs. A zombie is dead: whoever should reap it may be slow.
    public boolean alive() {
        if (!bootId.equals(currentBootId())) {
            return false;
        }
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
        return startTimeOf(pid) == startTime;
    }

    /// The start time of a living process; -1 when there is none of that pid, or only a zombie.
    private static long startTimeOf(long pid) {
        try {
            // The name, in parentheses, may hold anything; what follows the last one is plain.
            String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"),
                    StandardCharsets.ISO_8859_1);
            StringTokenizer fields = new StringTokenizer(stat.substring(stat.lastIndexOf(')') + 1));
            String state = fields.nextToken();
            for (int field = 4; field < 22; field++) {
                fields.nextToken();
            }
            boolean dead = state.equals("Z") || state.equals("X");
            return dead ? -1 : Long.parseLong(fields.nextToken());
        } catch (IOException e) {
            return -1;
        }
    }
}
