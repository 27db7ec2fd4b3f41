package dev.supertask.store;

import dev.supertask.job.Job;

/// A job as the store has it.
///
/// @param row what the store knows of it
/// @param job its definition
public record StoredJob(JobRow row, Job job) {}
