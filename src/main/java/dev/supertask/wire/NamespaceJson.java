package dev.supertask.wire;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import dev.supertask.operations.ListNamespaces;
import dev.supertask.store.NamespaceCard;
import dev.supertask.store.Owner;
import org.jspecify.annotations.Nullable;

/// A namespace, as programs see it.
///
/// @param owner the scheduler that runs it, or null
public record NamespaceJson(String id, String title, OriginJson origin, List<String> authors, int jobs,
        @Nullable OwnerJson owner, OffsetDateTime createdAt, OffsetDateTime updatedAt) {

    /// Where its jobs come from.
    public record OriginJson(String host, String user, String resource) {}

    /// The scheduler that runs it.
    public record OwnerJson(long pid, String host, OffsetDateTime since) {}

    /// The form of a value of ours.
    ///
    /// @param zone in which times are told
    public static NamespaceJson of(ListNamespaces.View view, ZoneId zone) {
        NamespaceCard card = view.card();
        Owner owner = view.owner();
        OriginJson origin = new OriginJson(card.namespace().origin().host(), card.namespace().origin().user(),
                card.namespace().origin().resource());
        return new NamespaceJson(card.namespace().id(), card.namespace().title(), origin, card.namespace().authors(),
                card.jobs(),
                owner == null
                        ? null
                        : new OwnerJson(owner.process().pid(), owner.host(), Times.at(owner.since(), zone)),
                Times.at(card.createdAt(), zone), Times.at(card.updatedAt(), zone));
    }
}
