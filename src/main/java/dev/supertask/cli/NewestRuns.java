package dev.supertask.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.supertask.run.RunId;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.wire.Question;
import dev.supertask.wire.RunJson;

/// The newest runs of several namespaces, without opening those that can have none of them: a store may
/// hold hundreds of old namespaces, and opening one takes some milliseconds.
final class NewestRuns {
    private static final Comparator<RunJson> NEWEST_FIRST = Comparator.comparing(RunJson::id).reversed();
    /// A file's time may be a little older than the run that was written to it (the kernel's clock for files
    /// ticks slowly), and an occurrence may be claimed a second ahead.
    private static final Duration SLACK = Duration.ofSeconds(2);

    private NewestRuns() {}

    static List<RunJson> of(Survey survey, Question.Runs wanted) {
        List<RunJson> newest = List.of();
        for (NamespaceFolder folder : survey.namespaces()) {
            if (canAdd(folder, newest, wanted)) {
                newest = Stream.concat(newest.stream(), survey.ask(folder, wanted).stream())
                        .sorted(NEWEST_FIRST)
                        .limit(wanted.limit()).toList();
            }
        }
        return newest;
    }

    private static boolean canAdd(NamespaceFolder folder, List<RunJson> newest, Question.Runs wanted) {
        if (wanted.limit() == 0) {
            return false;
        }
        // Whoever has the database open may be writing to it just now.
        if (folder.owner().isPresent()) {
            return true;
        }
        Instant activity = folder.lastActivity().plus(SLACK);
        boolean room = newest.size() < wanted.limit()
                || !new RunId(newest.getLast().id()).time().isAfter(activity);
        return room && (wanted.since() == null || !activity.isBefore(wanted.since()));
    }
}
