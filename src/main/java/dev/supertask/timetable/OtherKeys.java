package dev.supertask.timetable;

import java.util.Set;

/// The keys of texts that are no timetables in the concise form.
final class OtherKeys {
    /// Those of a task file's header.
    static final Keys TASK = Keys.sharedAnd(Set.of("cron", "when", "every", "name", "title", "description",
            "namespace", "options"));

    /// Those of the Python original: of a timetable, a task and its parts.
    static final Keys ORIGINAL = new Keys(Set.of("meta", "tasks"), Set.of());

    static final Keys ORIGINAL_META = new Keys(
            Set.of("type", "version", "generator", "namespace", "title", "authors"), Set.of());

    static final Keys ORIGINAL_TASK = new Keys(Set.of("meta", "on", "steps"), Set.of());

    static final Keys ORIGINAL_TASK_META = new Keys(
            Set.of("id", "name", "description", "enabled", "last_run", "last_status"), Set.of());

    static final Keys ORIGINAL_ON = new Keys(Set.of("schedule"), Set.of());

    static final Keys ORIGINAL_SCHEDULE = new Keys(Set.of("cron"), Set.of());

    static final Keys ORIGINAL_STEP = new Keys(Set.of("name", "if", "uses", "run", "args", "kwargs"), Set.of());

    private OtherKeys() {}
}
