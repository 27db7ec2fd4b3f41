package dev.supertask.schedule;

import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Cron text of 5, 6 or 7 fields, or one of the macros such as `@daily`. Two are equal when they are
/// written alike, apart from spaces and upper or lower case.
///
/// Where clocks change, the instants are those of Debian's cron(8), unless the frame's [Dst] says otherwise. A
/// fixed-time job (minute and hour both not starting with `*`) whose times are skipped runs once, right after the
/// gap; what it does at times that are repeated, it does in the first pass only. All other jobs follow real time, and
/// so do all jobs where the clock jumps by more than three hours.
public final class Cron implements Schedule {
    /// The year 10000. No plan looks as far.
    private static final long END = 253_402_300_800L;
    /// No zone is further from UTC, so no wall clock shows a time earlier or later than that.
    private static final int LARGEST_OFFSET = 18 * 3600;
    /// After a whole cycle of the calendar, a rule that only ever met gaps will not meet anything else.
    private static final long HORIZON = 400L * 366 * 86_400;
    private static final long NONE = Long.MAX_VALUE;

    private final String text;
    private final CronFields fields;
    private final boolean hashed;
    /// What the fields mean to whom was asked for last; for most texts the same to all. Immutable, as is the other one,
    /// so that threads may see an older one.
    private volatile Meaning meaning;
    /// What was found out about the zone last time: most questions are about the same season.
    private volatile @Nullable Stretch recent;

    /// What the fields mean to an identity.
    private record Meaning(String identity, CronRule rule, boolean never) {

        static Meaning of(CronFields fields, String identity) {
            CronRule rule = fields.rule(identity);
            return new Meaning(identity, rule, rule.next(0) == CronRule.NEVER);
        }
    }

    Cron(String text, CronFields fields) {
        this.text = text;
        this.fields = fields;
        this.hashed = fields.isHashed();
        this.meaning = Meaning.of(fields, "");
    }

    /// Whether no day at all matches, in no year.
    boolean isNever() {
        return meaning.never && !hashed;
    }

    /// What it was read from.
    CronFields fields() {
        return fields;
    }

    /// The fields that an instant does not match; see [Mismatch].
    List<String> mismatches(Instant at, Frame frame) {
        return Mismatch.of(fields, at, frame);
    }

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        Meaning mine = meaning(frame.identity());
        long second = after.getEpochSecond() + 1;
        if (mine.never || second >= END) {
            return Optional.empty();
        }
        ZoneRules rules = frame.zone().getRules();
        CronRule rule = mine.rule;
        Dst.Gap gap = frame.dst().gapOf(rule.fixedTime());
        Dst.Overlap overlap = frame.dst().overlapOf(rule.fixedTime());
        // The stretch of the instant asked from, though its answer lies after that: the first thing to come may
        // be the end of a gap, which belongs to the stretch before it.
        Stretch stretch = stretch(rules, second - 1);
        long horizon = second + HORIZON;
        while (second < horizon) {
            long found = within(rule, stretch, second, gap, overlap);
            if (found != NONE) {
                return Optional.of(Instant.ofEpochSecond(found));
            }
            long until = stretch.until();
            if (until == Long.MAX_VALUE) {
                return Optional.empty();
            }
            if (gap == Dst.Gap.AFTER
                    && rule.next(until + stretch.offset()) < until + stretch.offset() + stretch.gap()) {
                return Optional.of(Instant.ofEpochSecond(until));
            }
            // Leaves out the stretches in which no wall clock of the world would show a matching time.
            long match = rule.next(until - LARGEST_OFFSET);
            if (match == CronRule.NEVER) {
                return Optional.empty();
            }
            second = Math.max(until, match - LARGEST_OFFSET);
            stretch = Stretch.of(rules, second);
        }
        return Optional.empty();
    }

    /// The first second of a stretch, from one on, at which its clock shows a matching time; [#NONE] if there is none.
    private static long within(CronRule rule, Stretch stretch, long from, Dst.Gap gap, Dst.Overlap overlap) {
        long start = overlap == Dst.Overlap.FIRST ? Math.max(from, stretch.repeatedUntil()) : from;
        long end = overlap == Dst.Overlap.SECOND ? stretch.repeatedFrom() : stretch.until();
        long match = rule.next(start + stretch.offset());
        long found = match != CronRule.NEVER && match - stretch.offset() < end ? match - stretch.offset() : NONE;
        if (gap == Dst.Gap.SHIFT && stretch.gapBefore() > 0 && from < stretch.from() + stretch.gapBefore()) {
            // What was skipped, by a clock that was not put forward.
            int offset = stretch.offset() - stretch.gapBefore();
            long skipped = rule.next(Math.max(from, stretch.from()) + offset) - offset;
            if (skipped < Math.min(stretch.from() + stretch.gapBefore(), stretch.until())) {
                return Math.min(found, skipped);
            }
        }
        return found;
    }

    private Meaning meaning(String identity) {
        Meaning known = meaning;
        if (hashed && !known.identity.equals(identity)) {
            known = Meaning.of(fields, identity);
            meaning = known;
        }
        return known;
    }

    private Stretch stretch(ZoneRules rules, long second) {
        Stretch known = recent;
        if (known == null || !known.holds(rules, second)) {
            known = Stretch.of(rules, second);
            recent = known;
        }
        return known;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String words() {
        return CronWords.of(fields);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cron cron && cron.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
