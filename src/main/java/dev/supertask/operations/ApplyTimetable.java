package dev.supertask.operations;

import java.util.Optional;

import dev.supertask.job.Namespace;
import dev.supertask.problem.Refusal;
import dev.supertask.store.Applied;
import dev.supertask.store.JobSource;
import dev.supertask.store.NamespaceCard;
import dev.supertask.store.NamespaceFolder;
import dev.supertask.timetable.Timetable;

/// Makes a timetable the truth of its namespace.
public final class ApplyTimetable {
    private ApplyTimetable() {}

    /// Applies a timetable: new jobs appear, changed ones become a new version, jobs gone from the text are
    /// retired; an unchanged one keeps its plan.
    ///
    /// @param adopt whether a namespace of another origin may be taken over
    /// @throws Refusal if the namespace has another origin and may not be taken over; nothing has changed
    public static Applied apply(Desk desk, Namespace namespace, Timetable timetable, boolean adopt) {
        refuseOtherOrigin(desk.store().folder(), namespace, adopt);
        Applied applied = desk.store().apply(timetable.jobs(), JobSource.TIMETABLE, desk.now());
        Card.refresh(desk, namespace);
        return applied;
    }

    /// Adds inline jobs; nothing is retired, and the origin of a namespace that exists stays as it is.
    public static Applied addInline(Desk desk, Namespace namespace, Timetable timetable) {
        Applied applied = desk.store().apply(timetable.jobs(), JobSource.INLINE, desk.now());
        Card.refreshInline(desk, namespace);
        return applied;
    }

    private static void refuseOtherOrigin(NamespaceFolder folder, Namespace namespace, boolean adopt) {
        Optional<NamespaceCard> card = folder.card();
        if (!adopt && card.isPresent() && !card.get().namespace().origin().equals(namespace.origin())) {
            throw Refusal.failed(
                    "namespace \"" + namespace.id() + "\" belongs to " + card.get().namespace().origin().words(),
                    "--adopt makes it belong to " + namespace.origin().words() + ", or choose another with --ns");
        }
    }
}
