package dev.supertask.store;

import dev.supertask.run.RunId;
import dev.supertask.run.StepResult;

/// A step of a run has ended.
///
/// @param run whose
/// @param result how
public record StepEnd(RunId run, StepResult result) {}
