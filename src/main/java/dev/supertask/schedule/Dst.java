package dev.supertask.schedule;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// What becomes of local times that a change of the clocks skips or repeats. Where nothing is said, it is as in
/// Debian's cron(8): a fixed time that is skipped comes right after the gap, one that is repeated in the first pass
/// only; cron text whose minute or hour starts with `*` follows real time. For cron text a jump of more than three
/// hours is no such change in any case: what the clock shows afterwards counts.
///
/// @param gap what becomes of skipped times, or null for Debian's rule
/// @param overlap what becomes of repeated times, or null for Debian's rule
public record Dst(@Nullable Gap gap, @Nullable Overlap overlap) {

    /// As in Debian's cron.
    public static final Dst DEBIAN = new Dst(null, null);

    /// What becomes of times that are skipped.
    public enum Gap {
        /// All of them together come once, at the first instant after the gap.
        AFTER,
        /// They do not come.
        SKIP,
        /// Each comes later by as much as the clock is put forward.
        SHIFT;

        /// The word for it in a timetable.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What becomes of times that are repeated.
    public enum Overlap {
        /// They come in the first pass only.
        FIRST,
        /// They come in the second pass only.
        SECOND,
        /// They come twice.
        BOTH;

        /// The word for it in a timetable.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The rule for skipped times, where Debian's depends on how the time was written.
    Gap gapOf(boolean fixedTime) {
        return gap != null ? gap : fixedTime ? Gap.AFTER : Gap.SKIP;
    }

    /// The rule for repeated times, where Debian's depends on how the time was written.
    Overlap overlapOf(boolean fixedTime) {
        return overlap != null ? overlap : fixedTime ? Overlap.FIRST : Overlap.BOTH;
    }
}
