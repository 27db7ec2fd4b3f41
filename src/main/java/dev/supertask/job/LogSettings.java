package dev.supertask.job;

/// How the output of a job's runs is kept.
///
/// @param apart whether stdout and stderr have a pipe each and each line says where it came from; their
///            lines are in order of arrival then, which may differ from the order of writing by a moment
/// @param times whether each line says when it came
/// @param maxSize how long a run's log may become, in bytes: of a longer one the first and the last half
///            are kept. 0 for no limit
public record LogSettings(boolean apart, boolean times, long maxSize) {

    /// One pipe, so that the order is exact; byte for byte; no limit.
    public static final LogSettings DEFAULT = new LogSettings(false, false, 0);
}
