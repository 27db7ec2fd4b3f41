package dev.supertask.job;

/// What becomes of an occurrence that is due while there is no room for its run: an earlier one of its job goes on, or
/// those of its [Group] take all places.
public enum Overlap {
    /// It is skipped, and its record says why.
    SKIP("skip"),
    /// It waits for its turn.
    QUEUE("queue"),
    /// It is launched beside the others.
    ALLOW("allow"),
    /// What goes on is ended, and it is launched then.
    REPLACE("replace");

    private final String word;

    Overlap(String word) {
        this.word = word;
    }

    /// The word for it in a timetable.
    public String word() {
        return word;
    }
}
