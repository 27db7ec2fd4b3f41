package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/// What a timetable is resolved against, handed in so that reading stays pure.
///
/// @param folder absolute; relative paths and the default working folder are meant from here
/// @param zone the time zone where the text names none
/// @param environment what `${NAME}` in `env` values is taken from
public record Surroundings(Path folder, ZoneId zone, Map<String, String> environment) {

    /// Copies the environment.
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
