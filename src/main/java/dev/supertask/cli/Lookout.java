package dev.supertask.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.supertask.keeper.Ledger;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.wire.GlanceJson;
import dev.supertask.wire.Question;
import org.jspecify.annotations.Nullable;

/// Looks at some namespaces again and again. A store may hold hundreds of old ones, and opening a database takes some
/// milliseconds, in which nobody else has it: one where no scheduler is, and nothing went on at the last look, is
/// asked again only when its file has changed, and never if that was long ago.
final class Lookout {
    /// Inline commands that run for longer than this are not found without `--ns`.
    private static final Duration LONG_AGO = Duration.ofDays(7);

    private final World world;
    private final Supplier<Survey> surveys;
    private final boolean everyOne;
    private final int most;
    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(Instant activity, List<GlanceJson> answer) {}

    /// @param surveys the namespaces that are meant; there may be more of them at each look
    /// @param everyOne whether those are asked, too, that look as if nothing has gone on there for long
    /// @param most how many jobs that are next, and how many runs that ended last
    Lookout(World world, Supplier<Survey> surveys, boolean everyOne, int most) {
        this.world = world;
        this.surveys = surveys;
        this.everyOne = everyOne;
        this.most = most;
    }

    Picture look() {
        Survey survey = surveys.get();
        List<GlanceJson> answers = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (NamespaceFolder folder : survey.namespaces()) {
            answers.addAll(answer(survey, folder, problems));
        }
        return new Picture(Picture.now(world), answers, problems, most);
    }

    private List<GlanceJson> answer(Survey survey, NamespaceFolder folder, List<String> problems) {
        Instant activity = folder.lastActivity();
        boolean owned = folder.owner().isPresent();
        @Nullable
        Seen before = seen.get(folder.id());
        if (!owned && before != null && before.activity.equals(activity)
                && before.answer.stream().allMatch(Lookout::isQuiet)) {
            return before.answer;
        }
        if (!owned && before == null && !everyOne && isAsleep(folder, activity)) {
            seen.put(folder.id(), new Seen(activity, List.of()));
            return List.of();
        }
        List<String> told = new ArrayList<>();
        List<GlanceJson> answer = survey.ask(folder, new Question.Now(most), told::add);
        problems.addAll(told);
        if (told.isEmpty()) {
            // With the time from before the question: what changed meanwhile is asked for again.
            seen.put(folder.id(), new Seen(activity, answer));
        }
        return answer;
    }

    private static boolean isQuiet(GlanceJson glance) {
        return !glance.scheduled() && glance.running().isEmpty() && glance.waiting().isEmpty();
    }

    private boolean isAsleep(NamespaceFolder folder, Instant activity) {
        return activity.isBefore(world.clock().instant().minus(LONG_AGO)) && !keeperLives(folder);
    }

    private static boolean keeperLives(NamespaceFolder folder) {
        try {
            return Ledger.read(folder.journal()).keeperLives();
        } catch (IOException e) {
            return true; // asking tells what is wrong with it
        }
    }
}
