package dev.supertask.job;

/// Jobs of a namespace that share a number of places.
///
/// @param name tells it from the other groups of the namespace
/// @param limit how many runs of its jobs may go on at once, at least 1
/// @param overlap what becomes of an occurrence that finds no place, never [Overlap#ALLOW]
public record Group(String name, int limit, Overlap overlap) {
    /// Checks the limit.
    public Group {
        if (name.isBlank() || limit < 1 || overlap == Overlap.ALLOW) {
            throw new IllegalArgumentException("group \"" + name + "\" of " + limit + ", " + overlap.word());
        }
    }
}
