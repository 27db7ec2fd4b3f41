package dev.supertask.cli;

import java.time.Duration;
import java.util.List;

import dev.supertask.run.RunState;
import dev.supertask.scheduler.Nap;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.wire.Question;
import dev.supertask.wire.RunDetailJson;

/// Copies a log while it grows, until its run has ended.
///
/// @param copy the log
/// @param survey the way to the run's state
record LogFollowing(LogCopy copy, Survey survey) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /// Returns when the run has ended and all of its log is copied, or when nobody reads the copy any more.
    ///
    /// @return how many bytes were copied
    long follow(NamespaceFolder folder, String run) {
        Nap nap = new Nap();
        long copied = copy.more();
        while (!copy.readerGone() && !Thread.currentThread().isInterrupted()) {
            // A run that goes on writing has not ended: nobody need be asked.
            long more = copy.more();
            copied += more;
            if (more == 0 && ended(folder, run)) {
                return copied + copy.more();
            }
            nap.take(BETWEEN_LOOKS);
        }
        return copied;
    }

    private boolean ended(NamespaceFolder folder, String run) {
        List<RunDetailJson> now = survey.ask(folder, new Question.OneRun(run));
        return now.isEmpty() || RunState.of(now.getFirst().run().state()).ended();
    }
}
