package dev.supertask.keeper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/// All living processes at one moment, as proc(5) shows them. What has ended and was not waited for yet
/// counts as dead.
///
/// @param living in no order
record ProcessTable(List<Entry> living) {
    private static final String MARK = "\0" + Order.MARK + "=";

    /// A process for ever: its number alone is another's after a while.
    ///
    /// @param startTicks when it started, in clock ticks since boot
    record Identity(int pid, long startTicks) {}

    /// A process.
    ///
    /// @param name the program's, as far as 15 letters tell it
    record Entry(Identity identity, String name, int parent, int group, int session) {

        int pid() {
            return identity.pid;
        }

        /// Sends it a signal, unless its number is meanwhile another's.
        ///
        /// @return 0, or a negated error number: nobody was signalled
        int signal(int signal) {
            int descriptor = Posix.openProcess(pid());
            if (descriptor < 0) {
                return descriptor;
            }
            // The descriptor is of whoever has the number now; if that started when this one did, it is
            // this one, and stays so.
            try (ProcFiles files = new ProcFiles()) {
                Entry now = read(files, Integer.toString(pid()));
                return now != null && now.identity.equals(identity)
                        ? Posix.signalProcess(descriptor, signal)
                        : -Posix.ESRCH;
            } finally {
                Posix.close(descriptor);
            }
        }

        /// When it started, in clock ticks since boot.
        long startTicks() {
            return identity.startTicks;
        }

        /// The run that it carries in its environment, or null.
        @Nullable
        String run() {
            try (ProcFiles files = new ProcFiles()) {
                return ProcessTable.run(files, pid());
            }
        }

        /// How messages call it.
        String words() {
            return "process " + pid() + " (" + name + ")";
        }
    }

    static ProcessTable now() {
        List<Entry> living = new ArrayList<>();
        try (ProcFiles files = new ProcFiles()) {
            visit(files, living::add, () -> {});
        }
        return new ProcessTable(living);
    }

    /// Hands on each living process at the moment it is looked at.
    ///
    /// @param vanished called for one that ended between its listing and the look at it
    static void visit(ProcFiles files, Consumer<Entry> next, Runnable vanished) {
        files.numbers("/proc", pid -> {
            String stat = stat(files, pid);
            if (stat == null) {
                vanished.run();
                return;
            }
            Entry entry = parse(pid, stat);
            if (entry != null) {
                next.accept(entry);
            }
        });
    }

    /// A process by its number, or null where it does not live.
    static @Nullable Entry read(ProcFiles files, String pid) {
        String stat = stat(files, pid);
        return stat == null ? null : parse(pid, stat);
    }

    /// When a process that was not waited for yet started; 0 where there is none.
    static long startTicks(ProcFiles files, int pid) {
        String stat = stat(files, Integer.toString(pid));
        return stat == null ? 0 : startTicks(fields(stat));
    }

    /// The run that a process carries in its environment, or null. Of other users' processes only root
    /// sees it.
    static @Nullable String run(ProcFiles files, int pid) {
        String environ = files.text("/proc/" + pid + "/environ");
        if (environ == null) {
            return null;
        }
        String text = "\0" + environ;
        int at = text.indexOf(MARK);
        if (at < 0) {
            return null;
        }
        int start = at + MARK.length();
        int end = text.indexOf('\0', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static @Nullable Entry parse(String pid, String stat) {
        String[] fields = fields(stat);
        if (fields[0].equals("Z") || fields[0].equals("X")) {
            return null;
        }
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        Identity identity = new Identity(Integer.parseInt(pid), startTicks(fields));
        return new Entry(identity, name, Integer.parseInt(fields[1]), Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3]));
    }

    private static @Nullable String stat(ProcFiles files, String pid) {
        String stat = files.text("/proc/" + pid + "/stat");
        return stat == null || stat.isEmpty() ? null : stat;
    }

    private static long startTicks(String[] fields) {
        return Long.parseLong(fields[19]);
    }

    private static String[] fields(String stat) {
        // The name before it may hold anything, parentheses too.
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }
}
