package dev.supertask.scheduler;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.supertask.run.Run;

/// Why an occurrence is skipped while an earlier run of its job goes on.
final class Overlap {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss",
            Locale.ROOT);

    private Overlap() {}

    static String reason(ActiveJob job, Run before, Instant now) {
        Instant started = before.startedAt();
        if (started == null) {
            return "run " + before.id() + " of this job is still waiting to start";
        }
        ZonedDateTime local = started.atZone(job.job.zone());
        boolean today = local.toLocalDate().equals(now.atZone(job.job.zone()).toLocalDate());
        return "still running since " + (today ? TIME : DATE_AND_TIME).format(local) + ", run " + before.id();
    }
}
