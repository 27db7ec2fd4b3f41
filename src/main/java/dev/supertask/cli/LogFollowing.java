package dev.supertask.cli;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import dev.supertask.run.RunState;
import dev.supertask.scheduler.Nap;
import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;

/// Copies a log while it grows, until its run has ended; where that is tried again, the logs of its later attempts too.
///
/// @param logs the log of an attempt; the first one that is followed may be begun
/// @param run says how the run is now; null where it is not to be found any more
/// @param goesOn told of each later attempt before its log is copied; null where only one attempt is wanted
record LogFollowing(IntFunction<LogCopy> logs, Supplier<@Nullable RunJson> run, @Nullable Consumer<String> goesOn) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// Returns when the run has ended and all of its log is copied, or when nobody reads the copy any more.
    ///
    /// @param first the attempt to begin with
    /// @return how many bytes were copied
    long follow(int first) {
        Nap nap = new Nap();
        int attempt = first;
        LogCopy copy = logs.apply(attempt);
        long copied = copy.more();
        while (!copy.readerGone() && !Thread.currentThread().isInterrupted()) {
            long more = copy.more();
            copied += more;
            // A run that goes on writing has not ended: nobody need be asked.
            RunJson now = more > 0 ? null : run.get();
            if (more == 0 && (now == null || now.attempt() > attempt || RunState.of(now.state()).ended())) {
                copied += copy.more();
                if (now == null || now.attempt() <= attempt || goesOn == null) {
                    return copied;
                }
                attempt++;
                goesOn.accept("run " + now.id() + " goes on with attempt " + attempt);
                copy = logs.apply(attempt);
            } else {
                nap.take(BETWEEN_LOOKS);
            }
        }
        return copied;
    }
}
