package dev.supertask.store;

/// What kind of text a stored job comes from.
public enum JobSource {
    /// A file: the job is retired when it is gone from there.
    TIMETABLE,
    /// A command line: the job stays.
    INLINE
}
