package dev.supertask.store;

import java.time.Instant;

import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.run.Trigger;
import org.jspecify.annotations.Nullable;

/// What statistics need to know of a run.
///
/// @param id its id
/// @param trigger why it exists
/// @param scheduledAt the occurrence it is for, or null
/// @param startedAt when its last attempt was launched, or null
/// @param finishedAt when it ended, or null
/// @param state where it is in its life
/// @param attempt the number of its last attempt, 0 where nothing was launched
/// @param reason what a person should know about its state, or null
public record RunSample(RunId id, Trigger trigger, @Nullable Instant scheduledAt, @Nullable Instant startedAt,
        @Nullable Instant finishedAt, RunState state, int attempt, @Nullable String reason) {

    /// When it was launched; else when it was due; else when it was recorded.
    public Instant time() {
        return startedAt != null ? startedAt : scheduledAt != null ? scheduledAt : id.time();
    }
}
