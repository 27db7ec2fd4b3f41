package dev.supertask.operations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import dev.supertask.problem.Refusal;
import dev.supertask.run.Advance;
import dev.supertask.run.Run;
import dev.supertask.run.RunState;
import dev.supertask.scheduler.Request;
import dev.supertask.scheduler.Scheduler;
import dev.supertask.store.NamespaceStore;
import dev.supertask.store.OutputFiles;
import dev.supertask.store.ProgressFile;
import org.jspecify.annotations.Nullable;

/// What an operation on one namespace works with.
///
/// @param store the open database
/// @param clock the time
/// @param host this machine's name
/// @param scheduled whether a scheduler runs the namespace
/// @param zone the time zone in which times are told that belong to no job
/// @param scheduler that scheduler, once it has started; else null
public record Desk(NamespaceStore store, InstantSource clock, String host, boolean scheduled, ZoneId zone,
        @Nullable Scheduler scheduler) {
    /// Before the scheduler has started, or without one.
    public Desk(NamespaceStore store, InstantSource clock, String host, boolean scheduled, ZoneId zone) {
        this(store, clock, host, scheduled, zone, null);
    }

    /// The same with the scheduler that has started.
    public Desk with(Scheduler started) {
        return new Desk(store, clock, host, scheduled, zone, started);
    }

    /// Has something done by the scheduler that runs the namespace, on its own thread, or, where there is none, in the
    /// store, where the next one finds it.
    ///
    /// @throws dev.supertask.problem.Refusal as either refuses
    public <T> T perform(Request<T> live, Supplier<T> stored) {
        if (scheduler == null) {
            return stored.get();
        }
        try {
            return scheduler.ask(live).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : e;
        }
    }

    /// The namespace's id.
    public String namespace() {
        return store.folder().id();
    }

    /// What a run gave out so far, in its last attempt.
    public Map<String, String> outputs(Run run) {
        return run.attempt() == 0 ? Map.of() : OutputFiles.of(store.folder(), run.id(), run.attempt()).values();
    }

    /// How far a run is, as it says itself; empty where it says nothing, or does not go on.
    public Optional<Advance> progress(Run run) {
        return run.state() == RunState.RUNNING
                ? ProgressFile.read(store.folder().progress(run.id(), run.attempt()))
                : Optional.empty();
    }

    /// The time as the store keeps it: to the millisecond.
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
