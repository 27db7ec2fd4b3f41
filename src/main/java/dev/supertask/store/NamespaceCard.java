package dev.supertask.store;

import java.time.Instant;

import dev.supertask.job.Namespace;

/// What can be told of a namespace without opening its database: the content of `namespace.json`.
///
/// @param namespace who it is
/// @param jobs how many jobs it has, retired ones left out
/// @param createdAt when it was made
/// @param updatedAt when its jobs last changed
public record NamespaceCard(Namespace namespace, int jobs, Instant createdAt, Instant updatedAt) {}
