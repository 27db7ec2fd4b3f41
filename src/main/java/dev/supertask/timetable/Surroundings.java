package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a timetable is resolved against, handed in so that reading stays pure.
///
/// @param folder absolute; relative paths and the default working folder are meant from here
/// @param zone the time zone where the text names none
/// @param environment what `${NAME}` in `env` values is taken from
/// @param now from when on it is looked at what schedules will do, to warn of it; null for not at all
public record Surroundings(Path folder, ZoneId zone, Map<String, String> environment, @Nullable Instant now) {

    /// For texts whose future nobody asks about.
    public Surroundings(Path folder, ZoneId zone, Map<String, String> environment) {
        this(folder, zone, environment, null);
    }

    /// Copies the environment.
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
