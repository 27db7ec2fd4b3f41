package dev.supertask.operations;

import java.util.List;
import java.util.Optional;

import dev.supertask.store.NamespaceCard;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.Owner;
import org.jspecify.annotations.Nullable;

/// Lists namespaces without opening a database.
public final class ListNamespaces {
    private ListNamespaces() {}

    /// A namespace and the scheduler that runs it, if one does.
    ///
    /// @param card what it says of itself
    /// @param owner the scheduler, or null; a visitor is no owner
    public record View(NamespaceCard card, @Nullable Owner owner) {}

    /// The given namespaces, in their order.
    public static List<View> answer(List<NamespaceFolder> folders) {
        return folders.stream().flatMap(folder -> view(folder).stream()).toList();
    }

    private static Optional<View> view(NamespaceFolder folder) {
        Owner scheduler = folder.owner().filter(owner -> owner.kind() == Owner.Kind.SCHEDULER).orElse(null);
        return folder.card().map(card -> new View(card, scheduler));
    }
}
