package dev.supertask.job;

/// A command that is run when a run of a job is over.
///
/// @param on when
/// @param step what is run, and where
public record Hook(On on, Step step) {
    /// After which ends.
    public enum On {
        /// The run did not end as it should: failed, timed out, stopped by nobody's wish, lost.
        FAILURE("on-failure"),
        /// It succeeded.
        SUCCESS("on-success"),
        /// It was not launched, because nobody was there at its time.
        MISSED("on-missed");

        private final String key;

        On(String key) {
            this.key = key;
        }

        /// The key for it in a timetable.
        public String key() {
            return key;
        }
    }
}
