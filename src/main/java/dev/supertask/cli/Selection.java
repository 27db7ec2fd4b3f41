package dev.supertask.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.supertask.problem.Nearest;
import dev.supertask.problem.Refusal;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.StoreFolder;

/// Namespaces by what people call them: an id, or the beginning of one.
final class Selection {
    private static final Pattern EPHEMERAL = Pattern.compile("[0-9a-f]{32}");
    private static final int SHORT = 8;
    /// More names than this are not read in a message.
    private static final int FEW = 6;

    private Selection() {}

    /// The namespaces that a word of `--ns` means, which is one; all of them without such a word.
    ///
    /// @throws Refusal if it means none, or several
    static List<NamespaceFolder> chosen(StoreFolder store, Optional<String> word) {
        if (word.isEmpty()) {
            return store.namespaces();
        }
        return List.of(one(store, word.get()));
    }

    /// The namespace that a word means.
    ///
    /// @throws Refusal if it means none, or several
    static NamespaceFolder one(StoreFolder store, String word) {
        List<NamespaceFolder> found = word.isEmpty() ? List.of() : store.matching(word);
        if (found.size() > 1) {
            throw Refusal.failed("\"" + word + "\" is the beginning of " + found.size() + " namespaces: "
                    + few(found),
                    "write more of the one that is meant");
        }
        if (found.isEmpty()) {
            throw unknown(store, word);
        }
        return found.getFirst();
    }

    private static Refusal unknown(StoreFolder store, String word) {
        List<String> ids = store.namespaces().stream().map(NamespaceFolder::id).toList();
        String remedy = ids.isEmpty()
                ? emptyStore(store)
                : Optional.ofNullable(Nearest.hint(word, ids))
                        .orElse("\"supertask list-namespaces\" shows "
                                + (ids.size() == 1 ? "the one" : "all " + ids.size()));
        return Refusal.failed("no namespace \"" + word + "\"", remedy);
    }

    /// What to say where there is nothing at all.
    static String emptyStore(StoreFolder store) {
        return "the store " + store.path() + " is empty";
    }

    /// Names for a message: a few, and how many more.
    static String few(List<NamespaceFolder> folders) {
        String names = folders.stream().limit(FEW).map(NamespaceFolder::id).sorted()
                .collect(Collectors.joining(", "));
        return folders.size() <= FEW ? names : names + " and " + (folders.size() - FEW) + " more";
    }

    /// An id as tables show it: a long ephemeral one as the shortest beginning, of eight digits or more,
    /// that no other namespace of the store has, so that it can be given to `--ns`.
    static String brief(String id, List<String> all) {
        if (!EPHEMERAL.matcher(id).matches()) {
            return id;
        }
        return IntStream.range(SHORT, id.length()).mapToObj(length -> id.substring(0, length))
                .filter(brief -> all.stream()
                        .noneMatch(other -> other.startsWith(brief) && !other.equals(id)))
                .findFirst().orElse(id);
    }
}
