package dev.supertask.timetable;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keys as other programs call them: too far from ours to be typing mistakes, and surely meant.
final class Synonyms {
    private static final Map<String, String> OURS = Map.ofEntries(Map.entry("cron", "when"),
            Map.entry("schedule", "when"),
            Map.entry("schedules", "when"), Map.entry("interval", "every"), Map.entry("command", "run"),
            Map.entry("cmd", "run"), Map.entry("argv", "exec"), Map.entry("cwd", "working-dir"),
            Map.entry("workdir", "working-dir"), Map.entry("environment", "env"), Map.entry("vars", "env"),
            Map.entry("tz", "timezone"), Map.entry("labels", "tags"), Map.entry("author", "authors"));

    private Synonyms() {}

    /// What one of the known keys is called elsewhere.
    static Optional<String> of(String key, Set<String> known) {
        return Optional.ofNullable(OURS.get(key)).filter(known::contains);
    }
}
