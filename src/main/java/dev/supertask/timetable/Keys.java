package dev.supertask.timetable;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.supertask.schedule.ScheduleParts;

/// The keys that one kind of map may have.
///
/// @param known those that this version understands
/// @param later those that are promised for later versions: no typing mistakes, and not understood
record Keys(Set<String> known, Set<String> later) {

    private static final Set<String> SHARED = Set.of("timeout", "kill-after", "enabled", "env", "working-dir",
            "timezone", "tags", "catch-up", "catch-up-window", "delivery", "user", "group", "umask", "nice", "limits",
            "log", "dst", "ignore-warnings", "shell", "clear-env");

    /// All keys of jobs that the design promises and this version does not have.
    private static final Set<String> LATER = Set.of("retry", "overlap",
            "retention", "keep", "after", "if", "on", "container", "place", "needs",
            "slurm",
            "kubernetes", "python", "node", "java", "sql", "http", "uses", "with", "params", "outputs",
            "secrets",
            "env-file", "notify", "title", "priority", "max-runs",
            "concurrency");

    static final Keys TOP = new Keys(
            Set.of("namespace", "meta", "timezone", "env", "defaults", "jobs", "ignore-warnings"),
            Set.of("include", "env-file", "secrets", "params", "packages", "notify", "retention", "max-runs"));

    static final Keys META = new Keys(Set.of("title", "authors"),
            Set.of("description", "version", "type", "generator", "license", "links"));

    static final Keys DEFAULTS = new Keys(SHARED, LATER);

    static final Keys LIMITS = new Keys(
            Set.of("memory", "cpu-time", "open-files", "file-size", "processes"), Set.of());

    static final Keys DST = new Keys(Set.of("gap", "overlap"), Set.of());

    static final Keys WHEN = new Keys(union(ScheduleParts.KINDS, ScheduleParts.MODIFIERS), Set.of());

    static final Keys LOG = new Keys(Set.of("streams", "times", "max-size", "keep"), Set.of("mask", "format"));

    static final Keys JOB = new Keys(
            union(SHARED, Set.of("when", "every", "run", "exec", "script", "args", "steps", "description",
                    "stdin", "jitter")),
            LATER);

    static final Keys STEP = new Keys(Set.of("name", "if", "run", "exec", "script", "args", "stdin", "shell", "env",
            "clear-env", "working-dir", "user", "group", "umask", "nice", "limits"), LATER);

    /// The keys that say when a job is due, of this version and of later ones.
    static final List<String> DUE = List.of("when", "every", "after", "on");

    /// The keys that say what a job of one step, or a step of a job, runs in this version.
    static final List<String> PAYLOADS = List.of("run", "exec", "script");

    /// The keys that say what a job runs in later versions.
    static final List<String> LATER_PAYLOADS = List.of("python", "node", "java", "sql", "http",
            "uses");

    Keys {
        known = Set.copyOf(known);
        later = Set.copyOf(later);
    }

    /// The known keys in their order, for messages.
    String list() {
        return String.join(", ", new TreeSet<>(known));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
