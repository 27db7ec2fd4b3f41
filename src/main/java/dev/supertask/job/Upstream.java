package dev.supertask.job;

/// A job after whose runs another one runs.
///
/// @param job its name, in the same namespace
/// @param on after which ends of its runs
public record Upstream(String job, On on) {
    /// After which ends.
    public enum On {
        /// It succeeded.
        SUCCESS("success"),
        /// It did not end as it should.
        FAILURE("failure"),
        /// However it ended.
        ALWAYS("always");

        private final String word;

        On(String word) {
            this.word = word;
        }

        /// The word for it in a timetable.
        public String word() {
            return word;
        }
    }
}
