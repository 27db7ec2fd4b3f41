package dev.supertask.scheduler;

import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What a scheduler is told about its world.
///
/// @param host this machine's name, for the run records
/// @param environment what jobs inherit
/// @param boot the running start of the operating system
/// @param since when this scheduler began to look: what was due before is caught up
/// @param maxRuns how many runs may be live at once; more wait
/// @param random where run ids take their chance from
public record Settings(String host, Map<String, String> environment, Boot boot, Instant since, int maxRuns,
        RandomGenerator random) {

    /// How many runs are live at once where nobody says otherwise.
    public static final int DEFAULT_MAX_RUNS = 256;

    /// Settings for a scheduler on this machine.
    ///
    /// @param since when it began to look
    public static Settings of(String host, Map<String, String> environment, Instant since) {
        return new Settings(host, environment, Boot.current(since), since, DEFAULT_MAX_RUNS, new SplittableRandom());
    }

    /// Copies the environment.
    public Settings {
        environment = Map.copyOf(environment);
    }
}
