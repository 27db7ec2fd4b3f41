package dev.supertask.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import dev.supertask.problem.Refusal;
import dev.supertask.run.RunId;

/// The folder of one namespace: which file is what, and who holds it.
///
/// @param path the folder
/// @param documents the text form of its small files
public record NamespaceFolder(Path path, Documents documents) {

    /// The namespace's id.
    public String id() {
        return path.getFileName().toString();
    }

    /// Whether a namespace was ever made here.
    public boolean exists() {
        return Files.exists(cardFile());
    }

    /// Makes the folder, if it is not there.
    public void create() {
        PrivateFiles.createFolders(path);
    }

    /// What can be told of the namespace without its database; empty before its first timetable.
    ///
    /// @throws Refusal if its file is damaged
    public Optional<NamespaceCard> card() {
        try {
            return PrivateFiles.read(cardFile()).map(documents::readCard);
        } catch (IllegalArgumentException e) {
            throw Refusal.failed("the file \"" + cardFile() + "\" is damaged",
                    "restore it, or delete it: the next run of the timetable makes it anew");
        }
    }

    /// Replaces `namespace.json`.
    public void writeCard(NamespaceCard card) {
        PrivateFiles.replace(cardFile(), documents.write(card));
    }

    /// The living process that says it has the database open. Between a lock and this note lies a
    /// moment, so an empty answer does not mean that nobody does.
    public Optional<Owner> owner() {
        try {
            return PrivateFiles.read(path.resolve("owner.json")).map(documents::readOwner).filter(Owner::alive);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty(); // nobody who lives wrote this
        }
    }

    /// Takes the namespace if nobody has it. A note, lock or socket of a dead process is no hindrance.
    ///
    /// @return empty while another process, or another part of this one, has it, or when the folder
    ///         does not exist
    public Optional<OwnerLock> tryTake(Owner me) {
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try {
            return OwnerLock.tryTake(path.resolve("owner.lock"), path.resolve("owner.json"), documents.write(me));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return Optional.empty(); // the folder went between the two looks
            }
            throw e;
        }
    }

    /// The log of one attempt of a run; the first attempt's is plain `log`.
    public Path log(RunId run, int attempt) {
        return runFolder(run).resolve(attempt <= 1 ? "log" : "log." + attempt);
    }

    /// The file to which a step of an attempt may write what it gives out; made by the step, or not at all.
    ///
    /// @param step its number, from 1
    public Path output(RunId run, int attempt, int step) {
        return runFolder(run).resolve("output" + (attempt <= 1 ? "" : "." + attempt) + (step <= 1 ? "" : "-" + step));
    }

    /// The file to which an attempt of a run may write how far it is; made by the run, or not at all.
    public Path progress(RunId run, int attempt) {
        return runFolder(run).resolve("progress" + (attempt <= 1 ? "" : "." + attempt));
    }

    /// The keeper's journal: what it started and how that ended.
    public Path journal() {
        return path.resolve("keeper.journal");
    }

    /// The folder of a run's files, made on their first byte. Runs of some nine hours share a folder, so that
    /// none grows without bound.
    public Path runFolder(RunId run) {
        return path.resolve("runs").resolve(run.text().substring(0, 5)).resolve(run.text());
    }

    /// When the namespace last changed in any way: no run in it is younger than this.
    public Instant lastActivity() {
        try {
            Path database = path.resolve("store.mv.db");
            return Files.getLastModifiedTime(Files.exists(database) ? database : cardFile()).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // it went between two looks
        }
    }

    Path databaseFile() {
        return path.resolve("store");
    }

    private Path cardFile() {
        return path.resolve("namespace.json");
    }
}
