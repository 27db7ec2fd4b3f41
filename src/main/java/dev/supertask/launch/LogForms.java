package dev.supertask.launch;

import java.time.ZoneId;

import dev.supertask.job.LogSettings;
import dev.supertask.keeper.LogForm;

/// How a job's settings have its log kept.
public final class LogForms {

    private LogForms() {}

    /// The form of the log.
    ///
    /// @param zone the job's, in which its lines tell times
    public static LogForm of(LogSettings settings, ZoneId zone) {
        return new LogForm(settings.apart(), settings.times() ? zone : null, settings.maxSize());
    }
}
