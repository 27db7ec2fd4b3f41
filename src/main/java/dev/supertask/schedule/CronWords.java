package dev.supertask.schedule;

import java.util.Optional;

/// Cron text in plain words: `every day at 03:00`, `every 5 minutes from 09:00 to 17:59 on weekdays`.
final class CronWords {
    private CronWords() {}

    /// The words for fields that were read.
    static String of(CronFields fields) {
        String days = DayWords.of(fields);
        Optional<String> times = TimeWords.fixed(fields);
        if (times.isPresent()) {
            return (days.isEmpty() ? "every day" : days.startsWith("in ") ? "every day " + days : days)
                    + " at "
                    + times.get();
        }
        String interval = TimeWords.interval(fields).or(() -> LibraryWords.of(fields))
                .orElseGet(() -> TimeWords.spelt(fields));
        return days.isEmpty() ? interval : interval + " " + days;
    }
}
