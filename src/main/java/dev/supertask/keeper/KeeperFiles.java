package dev.supertask.keeper;

import java.nio.file.Path;

/// Where a keeper is to be found.
///
/// @param socket the UNIX socket at which it listens; its path must be short (some 100 bytes)
/// @param journal the file in which it writes down what becomes of attempts, in a folder for its owner
///            only; beside it lie, named after it, a lock and, when there was trouble, what it said
public record KeeperFiles(Path socket, Path journal) {

    /// Makes the paths absolute.
    public KeeperFiles {
        socket = socket.toAbsolutePath();
        journal = journal.toAbsolutePath();
    }

    /// Locked by the keeper that lives: another one waits for its end.
    Path lock() {
        return journal.resolveSibling(journal.getFileName() + ".lock");
    }

    /// What the keeper says on stderr; gone after its end where that was nothing.
    Path errors() {
        return journal.resolveSibling(journal.getFileName() + ".err");
    }
}
