package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Payload;
import dev.supertask.job.Policies;
import dev.supertask.job.ProcessSettings;

/// What holds for a job where it says nothing itself.
record Defaults(ZoneId zone, Path workingDir, Map<String, String> env, List<String> tags, boolean enabled,
        ProcessSettings process, Policies policies, String shell, boolean clearEnv) {

    Defaults {
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        tags = List.copyOf(tags);
    }

    /// What holds where a timetable says nothing either.
    static Defaults of(Surroundings around) {
        return new Defaults(around.zone(), around.folder(), Map.of(), List.of(), true, ProcessSettings.INHERITED,
                Policies.DEFAULT, Payload.Shell.USUAL, false);
    }

    /// The same with the zone and variables of the timetable's own keys.
    Defaults with(ZoneId newZone, Map<String, String> newEnv) {
        return new Defaults(newZone, workingDir, newEnv, tags, enabled, process, policies, shell, clearEnv);
    }
}
