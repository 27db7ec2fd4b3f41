package dev.supertask.job;

/// One thing to launch.
///
/// @param payload what
/// @param place where
public record Step(Payload payload, Place place) {}
