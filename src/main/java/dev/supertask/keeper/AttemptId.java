package dev.supertask.keeper;

/// Which step of which try of which run: what a keeper starts at most once.
///
/// @param run the run's id
/// @param attempt the number of the try, from 1
/// @param step the number of the step, from 1
public record AttemptId(String run, int attempt, int step) {

    /// The first step of a try, which is the only one of most.
    public AttemptId(String run, int attempt) {
        this(run, attempt, 1);
    }
}
