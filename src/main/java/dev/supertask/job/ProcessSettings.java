package dev.supertask.job;

import org.jspecify.annotations.Nullable;

/// As whom a program runs on a machine, and within which bounds. What is null is as Supertask has it
/// itself.
///
/// @param user a login name, or its number
/// @param group a group's name, or its number; null for that of the user
/// @param umask the permissions that new files do not get, 0 to 0777
/// @param nice the niceness, from -20, which comes first, to 19
/// @param limits the most it may use
public record ProcessSettings(@Nullable String user, @Nullable String group, @Nullable Integer umask,
        @Nullable Integer nice, Limits limits) {

    /// Everything as Supertask has it itself.
    public static final ProcessSettings INHERITED = new ProcessSettings(null, null, null, null, Limits.NONE);

    /// Checks the numbers.
    public ProcessSettings {
        if ((umask != null && (umask < 0 || umask > 0777)) || (nice != null && (nice < -20 || nice > 19))) {
            throw new IllegalArgumentException("umask " + umask + " or nice " + nice);
        }
    }
}
