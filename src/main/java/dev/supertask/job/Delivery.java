package dev.supertask.job;

/// What becomes of an occurrence when nobody can know whether its run was finished.
public enum Delivery {
    /// It is recorded as lost and not run again: no occurrence runs twice.
    AT_MOST_ONCE("at-most-once"),
    /// It is run again, as a further attempt of the same run: no occurrence stays unfinished.
    AT_LEAST_ONCE("at-least-once");

    private final String word;

    Delivery(String word) {
        this.word = word;
    }

    /// The word for it in a timetable.
    public String word() {
        return word;
    }
}
