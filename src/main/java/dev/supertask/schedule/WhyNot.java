package dev.supertask.schedule;

import java.time.Instant;
import java.util.List;

/// Says why an instant is no occurrence of a schedule.
public final class WhyNot {
    private WhyNot() {}

    /// The reason, as the end of "this schedule is not due then, because …".
    ///
    /// @param at an instant that is no occurrence of it
    public static String of(Schedule schedule, Instant at, Frame frame) {
        return switch (schedule) {
            case Cron cron -> cron(cron, at, frame);
            case Every every -> "it counts " + every.words()
                    + (every.starting() == null
                            ? " from " + frame.anchor().atZone(frame.zone()).toOffsetDateTime()
                            : "");
            case FromEnd delay -> "it is due " + delay.words() + ", whenever that is";
            case Once _ -> "it is due at the moment when the job was first applied, and never again";
            case At when -> "it is due " + when.words() + ", and never again";
            case Repeat repeat -> "it is due " + repeat.words();
            case Reboot _ -> "it is due at each start of the machine only";
            case Start _ -> "it is due at each start of the scheduler only";
            case Modified modified -> modified(modified, at, frame);
        };
    }

    private static String modified(Modified schedule, Instant at, Frame outer) {
        Modifiers modifiers = schedule.modifiers();
        Frame frame = modifiers.in(outer);
        Moment from = modifiers.from();
        Moment until = modifiers.until();
        if (from != null && at.isBefore(from.instant(frame.zone()))) {
            return "it lies before \"from\", " + from.words();
        } else if (until != null && at.isAfter(until.instant(frame.zone()))) {
            return "it lies after \"until\", " + modifiers.parts().get("until");
        }
        boolean base = schedule.base().next(at.minusNanos(1), frame).filter(at::equals).isPresent();
        if (!base) {
            return of(schedule.base(), at, frame);
        }
        return modifiers.jitter() != null
                ? "\"jitter\" moves it on from there"
                : "the number of \"times\" was reached before";
    }

    private static String cron(Cron cron, Instant at, Frame frame) {
        if (cron.isNever()) {
            return "there is no such day, in no year";
        }
        List<String> fields = cron.mismatches(at, frame);
        if (!fields.isEmpty()) {
            return String.join(", ", fields);
        }
        return frame.dst().overlap() == Dst.Overlap.SECOND
                ? "its time is shown twice that day, and it runs at the second only"
                : "its time is shown twice that day, and it runs at the first only";
    }
}
