package dev.supertask.wire;

import java.time.Instant;
import java.util.List;

import dev.supertask.job.Namespace;
import dev.supertask.job.Origin;
import dev.supertask.store.Documents;
import dev.supertask.store.NamespaceCard;
import dev.supertask.store.Owner;
import dev.supertask.store.ProcessIdentity;

/// The store's small files as JSON, flat, so that people and scripts can read them too.
public final class JsonDocuments implements Documents {

    private record CardJson(String id, String title, Origin origin, List<String> authors, int jobs, Instant createdAt,
            Instant updatedAt) {}

    private record OwnerJson(Owner.Kind kind, long pid, long startTime, String bootId, String host, Instant since,
            String socket) {}

    @Override
    public String write(NamespaceCard card) {
        Namespace namespace = card.namespace();
        return Json.pretty(new CardJson(namespace.id(), namespace.title(), namespace.origin(), namespace.authors(),
                card.jobs(), card.createdAt(), card.updatedAt())) + "\n";
    }

    @Override
    public String write(Owner owner) {
        ProcessIdentity process = owner.process();
        return Json.pretty(new OwnerJson(owner.kind(), process.pid(), process.startTime(), process.bootId(),
                owner.host(), owner.since(), owner.socket())) + "\n";
    }

    @Override
    public NamespaceCard readCard(String text) {
        CardJson json = Json.readWhole(text, CardJson.class);
        return new NamespaceCard(new Namespace(json.id(), json.title(), json.authors(), json.origin()), json.jobs(),
                json.createdAt(), json.updatedAt());
    }

    @Override
    public Owner readOwner(String text) {
        OwnerJson json = Json.readWhole(text, OwnerJson.class);
        return new Owner(json.kind(), new ProcessIdentity(json.pid(), json.startTime(), json.bootId()), json.host(),
                json.since(), json.socket());
    }
}
