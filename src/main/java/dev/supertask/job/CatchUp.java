package dev.supertask.job;

import java.time.Duration;

/// What becomes of occurrences that passed while nobody was looking: a scheduler that was not there, a
/// machine that slept, a clock that jumped.
///
/// @param mode which of them are run after all; the others are recorded as missed
/// @param window those older than this are missed in any case
public record CatchUp(Mode mode, Duration window) {

    /// What holds where a timetable says nothing: the latest, within 24 hours.
    public static final CatchUp DEFAULT = new CatchUp(Mode.LATEST, Duration.ofHours(24));

    /// With [Mode#ALL], at most so many are run; of more, the latest.
    public static final int MOST = 1000;

    /// Which occurrences are run after all.
    public enum Mode {
        /// None.
        NONE("none"),
        /// The latest.
        LATEST("latest"),
        /// All, oldest first, one after another.
        ALL("all");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /// The word for it in a timetable.
        public String word() {
            return word;
        }
    }

    /// Checks the window.
    public CatchUp {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("a window that is not positive: " + window);
        }
    }
}
