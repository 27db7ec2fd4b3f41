package dev.supertask.keeper;

/// Why nothing was started, for the person who must mend it.
///
/// @param status what a shell exits with for the same trouble: 127 for what is not there, 126 for what
///            cannot be executed; 143 for what was stopped before it was started
/// @param why the reason, in the form of all messages
public record Failure(int status, String why) {
    /// What a shell exits with when there is no such program.
    static final int NOT_FOUND = 127;
    /// What a shell exits with when it cannot execute a program.
    static final int NOT_EXECUTABLE = 126;
    /// What a shell exits with when SIGTERM ended a program.
    static final int TERMINATED = 143;
}
