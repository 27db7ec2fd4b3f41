package dev.supertask.store;

import dev.supertask.run.Outcome;
import dev.supertask.run.Run;
import org.jspecify.annotations.Nullable;

/// A run that has not ended, and the process that answers for it.
///
/// @param run the run, queued or running
/// @param runner a scheduler, or an inline command itself
/// @param ending the decision to end it, if that was made already
public record OpenRun(Run run, ProcessIdentity runner, Outcome.@Nullable Ending ending) {}
