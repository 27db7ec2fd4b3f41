package dev.supertask.scheduler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.supertask.job.Upstream;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.RunState;
import dev.supertask.store.NamespaceStore;
import org.jspecify.annotations.Nullable;

/// The jobs that come `after` others. When the last of the runs that a job waits for is over, all of one occurrence, the
/// job has a run for that occurrence, or a record that says why not. Runs for no occurrence belong together where the
/// same run was the first of them.
///
/// Nothing is remembered while a job waits: the end of each of its upstream runs asks again, so that nothing dangles
/// where one of them never comes.
final class Chains {
    private final NamespaceStore store;
    private final Map<String, ActiveJob> jobs;
    private final Map<String, List<String>> downstream = new HashMap<>();
    private final Set<Object> claimed = new HashSet<>();

    /// @param jobs all that the scheduler looks after, by name
    Chains(NamespaceStore store, Map<String, ActiveJob> jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    private record Slot(String job, @Nullable Instant at, @Nullable RunId root) {}

    /// A run is over: claims what follows it, if it was the last one that was waited for.
    void follow(Run over, Claims claims) {
        if (downstream.isEmpty()) {
            jobs.values().forEach(job -> job.job.after().forEach(upstream -> downstream
                    .computeIfAbsent(upstream.job(), _ -> new ArrayList<>()).add(job.job.name())));
        }
        for (String name : downstream.getOrDefault(over.job(), List.of())) {
            ActiveJob job = jobs.get(name);
            if (job != null && job.job.enabled()) {
                follow(job, over, claims);
            }
        }
    }

    /// All ends that are known of are followed; those of one job may have come together.
    void followedAll() {
        claimed.clear();
    }

    private void follow(ActiveJob job, Run over, Claims claims) {
        RunId root = over.scheduledAt() == null ? root(over) : null;
        List<Run> runs = new ArrayList<>();
        List<String> whyNot = new ArrayList<>();
        for (Upstream upstream : job.job.after()) {
            Optional<Run> run = upstream.job().equals(over.job()) ? Optional.of(over) : other(upstream, over, root);
            if (run.filter(it -> it.state().ended()).isEmpty()) {
                return;
            }
            runs.add(run.get());
            if (!fits(upstream.on(), run.get().state())) {
                whyNot.add(reason(run.get()));
            }
        }
        if (claimed.add(new Slot(job.job.name(), over.scheduledAt(), root))) {
            claims.after(job, over.scheduledAt(), runs.stream().map(Run::id).toList(),
                    whyNot.isEmpty() ? null : String.join("; ", whyNot));
        }
    }

    private Optional<Run> other(Upstream upstream, Run over, @Nullable RunId root) {
        ActiveJob job = jobs.get(upstream.job());
        if (job == null) {
            return Optional.empty();
        }
        return over.scheduledAt() != null
                ? store.slot(job.id, over.scheduledAt())
                : root == null
                        ? Optional.empty()
                : store.withoutSlot(job.id, root).stream().filter(run -> root(run).equals(root)).findFirst();
    }

    private RunId root(Run run) {
        Run first = run;
        while (!first.cause().upstream().isEmpty()) {
            Optional<Run> before = store.run(first.cause().upstream().getFirst());
            if (before.isEmpty()) {
                return first.cause().upstream().getFirst();
            }
            first = before.get();
        }
        return first.id();
    }

    /// What somebody stopped has neither succeeded nor failed; what was never launched has no end.
    private static boolean fits(Upstream.On on, RunState end) {
        return switch (end) {
            case SUCCEEDED -> on != Upstream.On.FAILURE;
            case FAILED, TIMED_OUT, LOST -> on != Upstream.On.SUCCESS;
            case STOPPED -> on == Upstream.On.ALWAYS;
            case SKIPPED, MISSED, QUEUED, RUNNING -> false;
        };
    }

    private static String reason(Run run) {
        String how = switch (run.state()) {
            case SUCCEEDED, FAILED -> run.state().word();
            case TIMED_OUT -> "timed out";
            case STOPPED, LOST, SKIPPED, MISSED -> "was " + run.state().word();
            case QUEUED, RUNNING -> "goes on";
        };
        return "upstream \"" + run.job() + "\" " + how + " (run " + run.id() + ")";
    }
}
