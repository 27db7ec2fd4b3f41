package dev.supertask.architecture.crooked.schedule;

import dev.supertask.architecture.crooked.problem.Upwards;

/// Uses a package of its own level.
public interface Sideways {
    /// The offence.
    Upwards other();
}
