package dev.supertask.store;

import java.time.Instant;

/// Who has a namespace's database open: the content of `owner.json`.
///
/// @param kind a scheduler stays; a visitor leaves at once
/// @param process the process
/// @param host the machine it runs on
/// @param since when it took the namespace
/// @param socket the path of the socket on which a scheduler answers; empty for a visitor
public record Owner(Kind kind, ProcessIdentity process, String host, Instant since, String socket) {

    /// How long an owner stays.
    public enum Kind {
        /// Stays until it is ended, answers others through its socket.
        SCHEDULER,
        /// A one-shot command: does its work and leaves.
        VISITOR
    }

    /// Whether the process that wrote this still runs.
    public boolean alive() {
        return process.alive();
    }
}
