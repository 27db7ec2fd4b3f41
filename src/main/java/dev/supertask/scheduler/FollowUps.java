package dev.supertask.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.store.NamespaceStore;

/// What follows the ends of runs: each end is in the store's list of such ends until what follows it is in the store
/// as well, in one commit. So nothing is forgotten when a scheduler dies in between.
final class FollowUps {
    private final NamespaceStore store;
    private final List<Run> over = new ArrayList<>();
    private final List<RunId> handled = new ArrayList<>();

    private final Chains chains;

    /// @param jobs all that the scheduler looks after, by name
    FollowUps(NamespaceStore store, Map<String, ActiveJob> jobs) {
        this.store = store;
        this.chains = new Chains(store, jobs);
    }

    /// Takes up what an earlier process recorded and let nothing follow.
    void start() {
        over.addAll(store.endsToFollow());
    }

    /// An end was recorded.
    void ended(Run run) {
        if (run.state().ended() && store.isFollowed(run.job())) {
            over.add(run);
        }
    }

    boolean isEmpty() {
        return over.isEmpty();
    }

    /// Has what follows the recorded ends claimed.
    void follow(Claims claims) {
        for (Run run : over) {
            handled.add(run.id());
            chains.follow(run, claims);
        }
        over.clear();
        chains.followedAll();
    }

    /// The ends that are followed by what was claimed last, to be taken off the list with these claims.
    List<RunId> takeHandled() {
        List<RunId> taken = List.copyOf(handled);
        handled.clear();
        return taken;
    }
}
