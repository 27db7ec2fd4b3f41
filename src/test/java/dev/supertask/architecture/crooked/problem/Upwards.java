package dev.supertask.architecture.crooked.problem;

import dev.supertask.architecture.crooked.job.Plan;

/// Uses a package of a higher level.
@SuppressWarnings("ArrayRecordComponent")
public record Upwards(Plan[] plans) {}
