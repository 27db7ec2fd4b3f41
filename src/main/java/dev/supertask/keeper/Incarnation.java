package dev.supertask.keeper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// One keeper process, told apart from every other one that ever had or will have its pid.
///
/// @param pid its process id
/// @param startTicks when it started, in clock ticks since boot (proc(5), field 22 of `/proc/PID/stat`)
/// @param bootId the boot of the operating system it belongs to
public record Incarnation(long pid, long startTicks, String bootId) {
    private static final int START = 19;

    /// This process.
    static Incarnation ofThisProcess() {
        long pid = ProcessHandle.current().pid();
        return new Incarnation(pid, startTicksOf(pid), currentBootId());
    }

    /// Whether exactly this process still runs. A zombie is dead: whoever should reap it may be slow.
    public boolean alive() {
        return isOfThisBoot() && startTicks == startTicksOfLiving(pid);
    }

    /// Whether the machine was not restarted since.
    public boolean isOfThisBoot() {
        return bootId.equals(currentBootId());
    }

    static String currentBootId() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /// When a process started, a zombie too; 0 when there is none of that number.
    static long startTicksOf(long pid) {
        String[] fields = stat(pid);
        return fields.length == 0 ? 0 : Long.parseLong(fields[START]);
    }

    private static long startTicksOfLiving(long pid) {
        String[] fields = stat(pid);
        return fields.length == 0 || fields[0].equals("Z") || fields[0].equals("X")
                ? -1
                : Long.parseLong(fields[START]);
    }

    private static String[] stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"),
                    StandardCharsets.ISO_8859_1);
            // The name before it may hold anything, parentheses too.
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException gone) {
            return new String[0];
        }
    }
}
