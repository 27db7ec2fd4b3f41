package dev.supertask.wire;

import java.time.OffsetDateTime;
import java.util.List;

import dev.supertask.operations.ExplainSchedule;

/// What a schedule means, as programs see it.
///
/// @param schedule its text
/// @param words the whole in words
/// @param zone in which its local times are meant
/// @param parts field by field
/// @param next its next occurrences; empty when it never fires
/// @param clockChanges the clock changes of the next years at which it behaves specially
public record ExplanationJson(String schedule, String words, String zone, List<PartJson> parts,
        List<OffsetDateTime> next, List<ClockChangeJson> clockChanges) {

    /// A part of a schedule.
    public record PartJson(String name, String text, String words) {}

    /// A change of the clocks, and what becomes of the occurrences then.
    public record ClockChangeJson(OffsetDateTime at, String text) {}

    /// The form of a value of ours.
    public static ExplanationJson of(ExplainSchedule.Answer answer) {
        NextJson plan = NextJson.of(answer.plan());
        return new ExplanationJson(plan.schedule(), answer.words(), plan.zone(),
                answer.parts().stream().map(part -> new PartJson(part.name(), part.text(), part.words())).toList(),
                plan.next(), answer.changes().stream()
                        .map(change -> new ClockChangeJson(Times.at(change.at(), answer.plan().zone()), change.text()))
                        .toList());
    }
}
