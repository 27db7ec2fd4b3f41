package dev.supertask.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.schedule.Frame;
import dev.supertask.scheduler.Recovery;
import dev.supertask.store.RunFilter;
import dev.supertask.store.StoredJob;
import dev.supertask.timetable.JobText;

/// Shows everything about one job.
public final class ShowJob {
    private static final int NEXT = 5;
    private static final int LAST = 5;

    private ShowJob() {}

    /// Everything about a job.
    ///
    /// @param view as in listings
    /// @param definition the job in the concise form, resolved
    /// @param words its schedules in words
    /// @param next its next occurrences
    /// @param runs its last runs, newest first
    /// @param outputs what each of these gave out
    public record Detail(JobView view, String definition, List<String> words, List<Instant> next, List<Run> runs,
            Map<RunId, Map<String, String>> outputs) {
        /// Copies the lists.
        public Detail {
            words = List.copyOf(words);
            next = List.copyOf(next);
            runs = List.copyOf(runs);
            outputs = Map.copyOf(outputs);
        }
    }

    /// The job of that name; a retired one is shown as well.
    public static Optional<Detail> answer(Desk desk, String name) {
        Recovery.settle(desk.store(), desk.now());
        return desk.store().job(name).map(job -> detail(desk, job));
    }

    private static Detail detail(Desk desk, StoredJob stored) {
        List<Run> runs = desk.store().runs(RunFilter.ofJob(stored.row().name(), LAST));
        Run last = desk.store().lastLaunched(List.of(stored.row())).get(stored.row().id());
        return new Detail(new JobView(desk.namespace(), stored.row(), last), JobText.write(stored.job()),
                stored.job().schedules().stream().map(schedule -> schedule.words()).toList(),
                next(stored, desk.store().frame(stored)), runs,
                runs.stream().collect(Collectors.toMap(Run::id, desk::outputs)));
    }

    private static List<Instant> next(StoredJob stored, Frame frame) {
        Instant first = stored.row().plan().nextAt();
        if (first == null) {
            return List.of();
        }
        return Stream.iterate(Optional.of(first), Optional::isPresent,
                at -> stored.job().next(at.orElseThrow(), frame)).limit(NEXT)
                .map(Optional::orElseThrow).toList();
    }
}
