package dev.supertask.store;

import java.util.List;

import dev.supertask.run.Run;
import dev.supertask.run.RunId;

/// What is written in one commit.
///
/// @param changed what runs have become
/// @param steps how steps ended
/// @param claims runs to come, or never to come
/// @param followed runs that are over, and that which follows them is on its way with these claims
public record Batch(List<Run> changed, List<StepEnd> steps, List<Claim> claims, List<RunId> followed) {
    /// Copies the lists.
    public Batch {
        changed = List.copyOf(changed);
        steps = List.copyOf(steps);
        claims = List.copyOf(claims);
        followed = List.copyOf(followed);
    }

    /// Whether there is nothing to write.
    public boolean isEmpty() {
        return changed.isEmpty() && steps.isEmpty() && claims.isEmpty() && followed.isEmpty();
    }
}
