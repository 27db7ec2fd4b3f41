package dev.supertask.keeper;

import java.time.Instant;
import java.util.List;

/// What a keeper's journal says of an attempt.
public sealed interface Trace {

    /// Nothing: it was never asked for, or its end was dealt with long ago.
    record Unknown() implements Trace {}

    /// It was about to be started. When its keeper died then, nobody knows whether it was.
    ///
    /// @param at when
    record Intended(Instant at) implements Trace {}

    /// It was started.
    ///
    /// @param pid its first process, which leads a session of its own
    /// @param startTicks when that started, in clock ticks since boot; 0 where it had ended before anybody
    ///            could look
    /// @param at when
    /// @param pipes the inodes of the pipes that it was given to write to, two at most
    record Running(long pid, long startTicks, Instant at, List<Long> pipes) implements Trace {

        /// Copies the pipes.
        public Running {
            pipes = List.copyOf(pipes);
        }
    }

    /// It ended, and its log is complete.
    ///
    /// @param exit how
    /// @param at when
    record Ended(Exit exit, Instant at) implements Trace {}

    /// It was not started and never will be.
    ///
    /// @param failure why
    /// @param at when
    record Failed(Failure failure, Instant at) implements Trace {}

    /// Whether nothing more will be said of it.
    default boolean isEnd() {
        return switch (this) {
            case Unknown _,Intended _,Running _ -> false;
            case Ended _,Failed _ -> true;
        };
    }
}
