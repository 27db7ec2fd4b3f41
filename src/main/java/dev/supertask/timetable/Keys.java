package dev.supertask.timetable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.supertask.schedule.ScheduleParts;

/// The keys that one kind of map may have.
///
/// @param known those that this version understands
/// @param later those that are promised for later versions: no typing mistakes, and not understood
record Keys(Set<String> known, Set<String> later) {

    private static final Set<String> SHARED = Set.of("timeout", "kill-after", "enabled", "env", "working-dir",
            "timezone", "tags", "catch-up", "catch-up-window", "delivery", "user", "group", "umask", "nice", "limits",
            "log", "dst", "ignore-warnings", "shell", "clear-env", "env-file");

    /// All keys of jobs that the design promises and this version does not have.
    private static final Set<String> LATER = Set.of("retry", "overlap",
            "retention", "keep", "if", "on", "container", "place", "needs",
            "slurm",
            "kubernetes", "java", "uses", "with", "params", "outputs",
            "secrets",
            "notify", "priority", "max-runs",
            "concurrency");

    static final Keys TOP = new Keys(
            Set.of("namespace", "meta", "timezone", "env", "env-file", "defaults", "jobs", "include",
                    "ignore-warnings"),
            Set.of("secrets", "params", "packages", "notify", "retention", "max-runs"));

    /// The keys of a whole timetable, which a text that another one includes cannot have.
    static final Set<String> OF_THE_WHOLE = Set.of("namespace", "meta");

    static final Keys META = new Keys(Set.of("title", "authors"),
            Set.of("description", "version", "type", "generator", "license", "links"));

    static final Keys DEFAULTS = new Keys(SHARED, LATER);

    static final Keys LIMITS = new Keys(
            Set.of("memory", "cpu-time", "open-files", "file-size", "processes"), Set.of());

    static final Keys DST = new Keys(Set.of("gap", "overlap"), Set.of());

    static final Keys WHEN = new Keys(union(ScheduleParts.KINDS, ScheduleParts.MODIFIERS), Set.of());

    static final Keys LOG = new Keys(Set.of("streams", "times", "max-size", "keep"), Set.of("mask", "format"));

    static final Keys AFTER = new Keys(Set.of("job", "on"), Set.of());

    static final Keys JOB = new Keys(
            union(SHARED, Set.of("when", "every", "run", "exec", "script", "args", "steps", "description",
                    "stdin", "jitter", "title", "call", "kwargs", "sql", "http", "after",
                    "python", "node")),
            LATER);

    static final Keys SQL = new Keys(
            Set.of("url", "user", "password", "statements", "file", "params", "transaction", "output-file"), Set.of());

    static final Keys HTTP = new Keys(
            Set.of("url", "method", "headers", "user", "password", "body", "body-file", "json",
                    "expect", "timeout", "retry", "redirects", "tls", "allow-link-local", "output-file", "outputs"),
            Set.of());

    static final Keys HTTP_RETRY = new Keys(Set.of("count", "delay"), Set.of());

    static final Keys HTTP_TLS = new Keys(Set.of("ca", "insecure"), Set.of());

    static final Keys STEP = new Keys(Set.of("name", "if", "run", "exec", "script", "args", "call", "kwargs", "stdin",
            "sql", "http", "python", "node",
            "shell", "env", "clear-env", "working-dir", "user", "group", "umask", "nice", "limits"), LATER);

    private static final Map<String, String> ONE = JOB.known.stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    /// The keys that say when a job is due, of this version and of later ones.
    static final List<String> DUE = List.of("when", "every", "after", "on");

    /// The keys that say what a job of one step, or a step of a job, runs in this version.
    static final List<String> PAYLOADS = List.of("run", "exec", "script", "call", "sql", "http", "python", "node");

    /// The keys that say what a job runs in later versions.
    static final List<String> LATER_PAYLOADS = List.of("java", "uses");

    Keys {
        known = Set.copyOf(known);
        later = Set.copyOf(later);
    }

    /// Those of a job that `defaults` may say, but for files beside it, and more.
    static Keys sharedAnd(Set<String> more) {
        Set<String> keys = union(SHARED, more);
        keys.remove("env-file");
        return new Keys(keys, Set.of("env-file"));
    }

    /// Its own copy of a key of jobs, so that a hundred thousand jobs share one.
    static String one(String key) {
        return ONE.getOrDefault(key, key);
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
