package dev.supertask.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says why an instant is no occurrence of a schedule.
public final class WhyNot {
    private WhyNot() {}

    /// The reason, as the end of "this schedule is not due then, because …".
    ///
    /// @param at an instant that is no occurrence of it
    public static String of(Schedule schedule, Instant at, Frame frame) {
        return switch (schedule) {
            case Cron cron -> cron(cron, at, frame);
            case Every every -> "it counts " + every.words() + " from " + frame.anchor().atZone(frame.zone())
                    .toOffsetDateTime();
            case Once _ -> "it is due at the moment when the job was first applied, and never again";
            case At when -> "it is due " + when.words() + ", and never again";
            case Reboot _ -> "it is due at each start of the machine only";
        };
    }

    private static String cron(Cron cron, Instant at, Frame frame) {
        if (cron.isNever()) {
            return "there is no such day, in no year";
        }
        List<String> fields = cron.mismatches(at, frame.zone());
        if (!fields.isEmpty()) {
            return String.join(", ", fields);
        }
        Optional<String> clocks = ClockNote.of(at, frame.zone());
        return clocks.isPresent()
                ? "its time is shown twice that day, and it runs at the first only"
                : "the clocks are changed that day";
    }
}
