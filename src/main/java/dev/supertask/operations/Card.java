package dev.supertask.operations;

import java.time.Instant;

import dev.supertask.job.Namespace;
import dev.supertask.store.NamespaceCard;
import dev.supertask.store.NamespaceFolder;

/// Keeps `namespace.json` true after the jobs have changed.
final class Card {
    private Card() {}

    static void refresh(Desk desk, Namespace namespace) {
        Instant now = desk.now();
        NamespaceFolder folder = desk.store().folder();
        Instant createdAt = folder.card().map(NamespaceCard::createdAt).orElse(now);
        folder.writeCard(new NamespaceCard(namespace, desk.store().jobs().size(), createdAt, now));
    }

    /// An inline command makes a namespace if there is none; one that exists keeps title and origin.
    static void refreshInline(Desk desk, Namespace ifNew) {
        refresh(desk, desk.store().folder().card().map(NamespaceCard::namespace).orElse(ifNew));
    }
}
