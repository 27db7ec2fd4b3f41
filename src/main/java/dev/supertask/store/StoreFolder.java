package dev.supertask.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A store: a folder of namespaces.
///
/// @param path the folder, absolute
/// @param documents the text form of its small files
/// @param inMemory whether databases live in memory only; the folder is then a temporary one for logs
public record StoreFolder(Path path, Documents documents, boolean inMemory) {

    /// The folder of a namespace, whether it exists or not.
    public NamespaceFolder namespace(String id) {
        return new NamespaceFolder(path.resolve(id), documents);
    }

    /// Every namespace, the one that was active last first. An empty or missing store has none.
    public List<NamespaceFolder> namespaces() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        record Dated(NamespaceFolder folder, Instant activity) {}
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> new NamespaceFolder(entry, documents)).filter(NamespaceFolder::exists)
                    .map(folder -> new Dated(folder, folder.lastActivity()))
                    .sorted(Comparator.comparing(Dated::activity).reversed().thenComparing(d -> d.folder().id()))
                    .map(Dated::folder).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the store " + path, e);
        }
    }

    /// The namespaces whose id is, or starts with, the given word; an exact id wins.
    public List<NamespaceFolder> matching(String idOrPrefix) {
        List<NamespaceFolder> all = namespaces();
        List<NamespaceFolder> exact = all.stream().filter(f -> f.id().equals(idOrPrefix)).toList();
        return !exact.isEmpty() ? exact : all.stream().filter(f -> f.id().startsWith(idOrPrefix)).toList();
    }
}
