package dev.supertask.scheduler;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What a scheduler does at a moment.
///
/// @param jobs how many it looks after
/// @param running how many of their runs are launched and not over
/// @param nextJob the job that is due next, or null where none will be
/// @param nextAt when that is
public record Status(int jobs, int running, @Nullable String nextJob, @Nullable Instant nextAt) {}
