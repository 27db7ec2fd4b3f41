package dev.supertask.cli;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.supertask.wire.GlanceJson;
import dev.supertask.wire.JobJson;
import dev.supertask.wire.Json;
import dev.supertask.wire.RunJson;
import org.jspecify.annotations.Nullable;

/// What goes on in some namespaces at a moment.
///
/// @param at the moment
/// @param namespaces what each of them says of itself
/// @param problems what went wrong, a line each
/// @param most of what is next, and of what ended last
record Picture(OffsetDateTime at, List<GlanceJson> namespaces, List<String> problems, int most) {
    /// The names of what [#tree] has.
    static final List<String> COLUMNS = List.of("at", "namespaces", "running", "waiting", "next", "ended");

    Picture {
        namespaces = List.copyOf(namespaces);
        problems = List.copyOf(problems);
    }

    /// The runs that go on, oldest first.
    List<GlanceJson.RunningJson> running() {
        return all(GlanceJson::running).sorted(Comparator.comparing(running -> running.run().id())).toList();
    }

    /// The runs that will be launched, oldest first.
    List<RunJson> waiting() {
        return all(GlanceJson::waiting).sorted(Comparator.comparing(RunJson::id)).toList();
    }

    /// The jobs whose occurrences come first. Where no scheduler is, nothing comes.
    List<JobJson> next() {
        return namespaces.stream().filter(GlanceJson::scheduled).flatMap(one -> one.next().stream())
                .sorted(Comparator.comparing(job -> job.nextRun() == null ? OffsetDateTime.MAX : job.nextRun(),
                        OffsetDateTime.timeLineOrder()))
                .limit(most).toList();
    }

    /// The runs that ended last, the last one first.
    List<RunJson> ended() {
        Comparator<RunJson> byEnd = Comparator.comparing(
                run -> run.finishedAt() == null ? OffsetDateTime.MIN : run.finishedAt(),
                OffsetDateTime.timeLineOrder());
        return all(GlanceJson::ended).sorted(byEnd.thenComparing(RunJson::id).reversed()).limit(most).toList();
    }

    private <T> Stream<T> all(Function<GlanceJson, List<T>> part) {
        return namespaces.stream().flatMap(one -> part.apply(one).stream());
    }

    /// For programs: a run that goes on has `elapsedMs`, `usualMs` and `expectedEnd` besides what each run has.
    Map<String, @Nullable Object> tree() {
        record Asked(String id, boolean scheduled) {}
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("at", Json.tree(at));
        tree.put("namespaces",
                Json.tree(namespaces.stream().map(one -> new Asked(one.namespace(), one.scheduled())).toList()));
        tree.put("running", running().stream().map(running -> Json.flat(running, "run")).toList());
        tree.put("waiting", Json.tree(waiting()));
        tree.put("next", Json.tree(next()));
        tree.put("ended", Json.tree(ended()));
        return tree;
    }

    /// A moment of the clock in a zone.
    static OffsetDateTime now(World world) {
        ZoneId zone = world.zone();
        return world.clock().instant().atZone(zone).toOffsetDateTime();
    }
}
