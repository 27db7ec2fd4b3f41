package dev.supertask.launch;

import java.time.Instant;
import java.time.ZoneId;

import dev.supertask.run.RunId;
import dev.supertask.run.Trigger;
import org.jspecify.annotations.Nullable;

/// What a run tells its program about itself.
///
/// @param namespace the namespace's id
/// @param job the job's name
/// @param run the run
/// @param attempt the number of the try, from 1
/// @param trigger why the run exists
/// @param occurrence what it is for; null for a manual run
/// @param zone the job's time zone, in which instants are told
/// @param previousSuccess when the last successful run of this job ended, or null where that is not known
public record RunFacts(String namespace, String job, RunId run, int attempt, Trigger trigger,
        @Nullable Instant occurrence, ZoneId zone, @Nullable Instant previousSuccess) {}
