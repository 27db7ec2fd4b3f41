package dev.supertask.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Refusal;
import dev.supertask.socket.Door;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.StoreException;
import dev.supertask.store.StoreFolder;
import dev.supertask.wire.Question;
import org.jspecify.annotations.Nullable;

/// Asks some namespaces, one after another. One that cannot answer is told of and harms no other, but
/// the command then ends with 1: its result is not whole.
final class Survey {
    private final SupertaskCommand root;
    private final StoreFolder store;
    private final Door door;
    private final List<NamespaceFolder> namespaces;
    private ExitCode result = ExitCode.GOOD;

    private Survey(SupertaskCommand root, StoreFolder store, List<NamespaceFolder> namespaces) {
        this.root = root;
        this.store = store;
        this.door = root.door(store);
        this.namespaces = List.copyOf(namespaces);
    }

    /// The namespaces that a word of `--ns` means, or all.
    static Survey of(SupertaskCommand root, @Nullable String word) {
        StoreFolder store = root.store();
        return new Survey(root, store, Selection.chosen(store, Optional.ofNullable(word)));
    }

    /// The namespaces, the one that was active last first.
    List<NamespaceFolder> namespaces() {
        return namespaces;
    }

    StoreFolder store() {
        return store;
    }

    /// The answer of one namespace; empty if it cannot answer.
    <A> List<A> ask(NamespaceFolder folder, Question<A> question) {
        return Progress.during(root, "asking namespace " + brief(folder.id()),
                () -> ask(folder, question, root.err()::println));
    }

    /// The same, without a word to standard error.
    ///
    /// @param told hears of what goes wrong, a line each
    <A> List<A> ask(NamespaceFolder folder, Question<A> question, Consumer<String> told) {
        try {
            return door.ask(folder, question);
        } catch (Refusal refusal) {
            refusal.problems().forEach(problem -> told.accept(Prose.problem(problem)));
        } catch (StoreException failure) {
            told.accept("supertask: namespace \"" + folder.id() + "\" cannot be read: " + failure.getMessage()
                    + " · \"supertask --debug\" shows more, the other namespaces are not affected");
            if (root.debug()) {
                Main.printStackTrace(failure, root.err());
            }
        }
        result = ExitCode.FAILED;
        return List.of();
    }

    /// 0 if every namespace that was asked has answered.
    int status() {
        return result.status();
    }

    /// What a table calls a namespace.
    String brief(String id) {
        return Selection.brief(id, namespaces.stream().map(NamespaceFolder::id).toList());
    }
}
