package dev.supertask.operations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

import dev.supertask.run.Run;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OutputFiles;

/// What an operation on one namespace works with.
///
/// @param store the open database
/// @param clock the time
/// @param host this machine's name
/// @param scheduled whether a scheduler runs the namespace
/// @param zone the time zone in which times are told that belong to no job
public record Desk(NamespaceStore store, InstantSource clock, String host, boolean scheduled, ZoneId zone) {

    /// The namespace's id.
    public String namespace() {
        return store.folder().id();
    }

    /// What a run gave out so far, in its last attempt.
    public Map<String, String> outputs(Run run) {
        return run.attempt() == 0 ? Map.of() : OutputFiles.of(store.folder(), run.id(), run.attempt()).values();
    }

    /// The time as the store keeps it: to the millisecond.
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
