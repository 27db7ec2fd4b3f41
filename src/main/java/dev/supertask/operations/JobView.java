package dev.supertask.operations;

import dev.supertask.run.Run;
import dev.supertask.store.JobRow;

import org.jspecify.annotations.Nullable;

/// A job as listings show it.
///
/// @param namespace whose it is
/// @param row what the store knows of it
/// @param lastRun the last run of it that was launched, or null
public record JobView(String namespace, JobRow row, @Nullable Run lastRun) {}
