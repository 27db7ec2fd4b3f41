package dev.supertask.keeper;

/// One thing that a keeper has written down. Sequence numbers rise through the whole journal, and through
/// all keepers that write to it one after another.
sealed interface JournalRecord {

    /// Its number.
    long sequence();

    /// A keeper began to write; all that follows is of this one.
    record Incarnated(long sequence, Incarnation keeper) implements JournalRecord {}

    /// News of an attempt.
    record Traced(long sequence, AttemptId attempt, Trace trace) implements JournalRecord {}

    /// What was dealt with was dropped; all later numbers are greater than this one.
    record Compacted(long sequence) implements JournalRecord {}

    /// The keeper left in good order: all that it ever started, and how that ended, is written down, so that
    /// also a machine that dies later takes none of it along.
    record Left(long sequence) implements JournalRecord {}

    /// Something that a later version writes and this one need not understand.
    record Foreign(long sequence) implements JournalRecord {}
}
