package dev.supertask.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What bounds and changes a schedule of any kind; null for what does not.
///
/// @param zone the time zone of its local times, instead of the job's
/// @param from nothing before this moment
/// @param until nothing after this moment
/// @param times only so many, counted from the anchor, or from `from` where that is later
/// @param jitter how much later each may come, by a stable hash of the job and the instant
public record Modifiers(@Nullable ZoneId zone, @Nullable Moment from, @Nullable Moment until,
        @Nullable Integer times, @Nullable Duration jitter) {

    /// None at all.
    public static final Modifiers NONE = new Modifiers(null, null, null, null, null);

    /// More would have to be counted anew too often.
    public static final int MOST_TIMES = 1000;

    /// Checks the count and the jitter.
    public Modifiers {
        if (times != null && (times < 1 || times > MOST_TIMES)) {
            throw new IllegalArgumentException("times is 1 to " + MOST_TIMES + ", not " + times);
        }
        if (jitter != null && jitter.toMillis() < 1) {
            throw new IllegalArgumentException("jitter is at least 1 ms, not " + jitter);
        }
    }

    /// The same with another jitter.
    public Modifiers withJitter(@Nullable Duration other) {
        return new Modifiers(zone, from, until, times, other);
    }

    boolean isNone() {
        return equals(NONE);
    }

    Frame in(Frame frame) {
        return zone == null ? frame : frame.withZone(zone);
    }

    /// Where the schedule begins: after this instant.
    Instant beginning(Frame frame) {
        // The moment at which a job is applied may be an occurrence, see `once`.
        Instant applied = frame.anchor().minusMillis(1);
        Instant first = from == null ? Instant.MIN : from.instant(frame.zone()).minusNanos(1);
        return first.isAfter(applied) ? first : applied;
    }

    /// As in a schedule's text: ` timezone=Europe/Berlin times=5`.
    String text() {
        StringBuilder text = new StringBuilder();
        parts().forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
        return text.toString();
    }

    /// What it says, by name, in the order of its text.
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        if (zone != null) {
            parts.put("timezone", zone.getId());
        }
        if (from != null) {
            parts.put("from", from.text());
        }
        if (until != null) {
            parts.put("until", untilText(until));
        }
        if (times != null) {
            parts.put("times", times.toString());
        }
        if (jitter != null) {
            parts.put("jitter", DurationText.write(jitter));
        }
        return parts;
    }

    /// For people, behind the words of the schedule itself.
    String words() {
        List<String> words = new ArrayList<>();
        if (zone != null) {
            words.add(" in " + zone.getId());
        }
        if (from != null) {
            words.add(", from " + from.words());
        }
        if (until != null) {
            words.add(", until " + (isWholeDay(until) ? until.local().toLocalDate().toString() : until.words()));
        }
        if (times != null) {
            words.add(times == 1 ? ", only once" : ", " + times + " times");
        }
        if (jitter != null) {
            words.add(", up to " + DurationText.words(jitter) + " later");
        }
        return String.join("", words);
    }

    private static String untilText(Moment until) {
        return isWholeDay(until) ? until.local().toLocalDate().toString() : until.text();
    }

    private static boolean isWholeDay(Moment until) {
        return until.offset() == null && until.local().toLocalTime().equals(Moment.END_OF_DAY);
    }
}
