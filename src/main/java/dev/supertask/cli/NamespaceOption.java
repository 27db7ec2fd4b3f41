package dev.supertask.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/// `--ns`: one namespace instead of all.
final class NamespaceOption {
    @Option(names = "--ns", paramLabel = "NS", description = "Only this namespace: its id, or the beginning of it. Without: all of them.")
    private @Nullable String word;

    /// Whether one is named.
    boolean given() {
        return word != null;
    }

    /// The namespaces that are meant.
    Survey survey(SupertaskCommand root) {
        return Survey.of(root, word);
    }
}
