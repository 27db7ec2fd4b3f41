package dev.supertask.keeper;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/// How the output of a run is kept.
///
/// A tagged or timed log has lines of ours around the program's, each written once its line is complete,
/// in the order in which they were:
///
///     2026-11-24T12:00:00.123+01:00 out | a line of stdout
///     2026-11-24T12:00:00.123+01:00 err | a line of stderr
///     2026-11-24T12:00:00.124+01:00 out + the beginning of a very long line, or a last one without an end
///
/// The time is when the end of the line arrived; `|` says that the program wrote a line feed behind it,
/// `+` that it did not. Where lines are not timed, or not tagged, that part is missing:
/// `out | a line`, `2026-11-24T12:00:00.123+01:00 | a line`.
///
/// @param tagged whether each line says whether it came from stdout or stderr
/// @param zone the time zone in which each line says when it came; null where it does not
/// @param mostBytes how long the log may become; of what is longer the first and the last half are kept,
///            with one line between them that says how much is left out. 0 for no limit
public record LogForm(boolean tagged, @Nullable ZoneId zone, long mostBytes) {

    /// Byte for byte, without a limit.
    public static final LogForm PLAIN = new LogForm(false, null, 0);

    /// Whether the log holds what the program wrote, and nothing else.
    boolean isRaw() {
        return !tagged && zone == null;
    }
}
