package dev.supertask.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// The last good copies of texts of the network, for when it is gone; files that only their owner can read. Their
/// folder begins with a dot, as no namespace does. A file is named after the hash of its text's id and was last
/// modified when that was fetched.
///
/// @param folder where they are
public record TextCopies(Path folder) {
    private static final String NAME = ".texts";

    /// A copy.
    ///
    /// @param fetchedAt when it was what the network held
    public record Copy(String text, Instant fetchedAt) {}

    /// Those of a store.
    public static TextCopies of(StoreFolder store) {
        return new TextCopies(store.path().resolve(NAME));
    }

    /// Keeps a text instead of the copy before.
    ///
    /// @param id its URL without user and password
    public void keep(String id, Copy copy) {
        PrivateFiles.createFolders(folder);
        Path file = file(id);
        PrivateFiles.replace(file, copy.text());
        try {
            Files.setLastModifiedTime(file, FileTime.from(copy.fetchedAt()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// The copy of a text; empty where there is none.
    public Optional<Copy> find(String id) {
        Path file = file(id);
        try {
            return Optional.of(new Copy(Files.readString(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Path file(String id) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return folder.resolve(HexFormat.of().formatHex(hash.digest(id.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
