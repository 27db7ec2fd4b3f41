package dev.supertask.keeper;

/// Which try of which run: what a keeper starts at most once.
///
/// @param run the run's id
/// @param attempt the number of the try, from 1
public record AttemptId(String run, int attempt) {}
