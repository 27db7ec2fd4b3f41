package dev.supertask.launch;

import java.time.Duration;

import dev.supertask.run.RunId;

/// Starts attempts of runs and watches them. Nothing here throws because of a program: what cannot be
/// started ends with [dev.supertask.run.Outcome.NotStarted].
public interface Launcher extends AutoCloseable {

    /// Starts one step of an attempt, at once or very soon; what becomes of it is told to the watcher.
    void launch(Launch launch, Watcher watcher);

    /// Asks a run to end: SIGTERM to its process group now, SIGKILL to what is left of it after
    /// `killAfter`. Does nothing for a run that is not running here.
    void stop(RunId run, Duration killAfter);

    /// Asks to be told what becomes of a step that an earlier process of Supertask has launched: its
    /// start, and its end when it comes or has come already. Of one that nobody can tell of any more, that
    /// it is [dev.supertask.run.Outcome.Lost] and why; what is left of it is ended then. Of one that was never asked
    /// for, [Watcher#unasked]; it may be launched then.
    ///
    /// Nothing is told of here by a launcher whose runs end with it.
    ///
    /// @param earlier see [Launch#earlier]
    default void adopt(Launch earlier, Watcher watcher) {
        // Whatever it launched, it is over.
    }

    /// Says that a step is going to be launched for which an earlier process may have asked already: what is known
    /// of it is kept, and told when it is [launched][#launch].
    default void expect(RunId run, int attempt, int step) {
        // Nothing is known.
    }

    /// Says that all steps have been [adopted][#adopt] or are [expected][#expect] that are to be: what is known of
    /// others may be forgotten.
    default void adoptedAll() {
        // Nothing is known.
    }

    /// Says that the end of a step is kept elsewhere for good, so that it may be forgotten here. Until
    /// then it is told again, to the next process that adopts it.
    default void settled(RunId run, int attempt, int step) {
        // Nothing is remembered.
    }

    /// [Settles][#settled(RunId, int, int)] the first step of an attempt.
    default void settled(RunId run, int attempt) {
        settled(run, attempt, 1);
    }

    /// Asks for [Watcher#wrote], or no longer. A launcher whose runs end with it calls that in any case.
    default void listen(boolean on) {
        // It is called in any case.
    }

    /// Stops watching. What runs is neither waited for nor ended.
    @Override
    void close();
}
