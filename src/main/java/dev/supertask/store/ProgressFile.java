package dev.supertask.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.supertask.run.Advance;

/// What a run said of its progress last.
public final class ProgressFile {
    /// A line is not longer than this.
    private static final int TAIL = 4096;

    private ProgressFile() {}

    /// The last whole line that says so; empty where there is none, or the file cannot be read.
    ///
    /// @param file see [NamespaceFolder#progress]
    public static Optional<Advance> read(Path file) {
        if (file.toFile().length() == 0) { // also where there is none, as for nearly all
            return Optional.empty();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            String text = new String(tail, StandardCharsets.UTF_8);
            List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            return lines.reversed().stream().map(Advance::read).flatMap(Optional::stream).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
