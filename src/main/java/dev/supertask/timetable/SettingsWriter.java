package dev.supertask.timetable;

import dev.supertask.job.Limits;
import dev.supertask.job.LogSettings;
import dev.supertask.job.ProcessSettings;
import dev.supertask.schedule.DurationText;
import org.jspecify.annotations.Nullable;

/// Writes the keys that [ProcessReader] and [LogReader] read; none for what is not set.
final class SettingsWriter {

    private SettingsWriter() {}

    static void process(ProcessSettings process, YamlWriter out) {
        text("user", process.user(), out);
        text("group", process.group(), out);
        Integer umask = process.umask();
        text("umask", umask == null ? null : "%04o".formatted(umask), out);
        text("nice", process.nice(), out);
        if (!process.limits().equals(Limits.NONE)) {
            limits(process.limits(), out);
        }
    }

    private static void limits(Limits limits, YamlWriter out) {
        out.open("limits");
        text("memory", size(limits.memory()), out);
        text("cpu-time", limits.cpuTime() == null ? null : DurationText.write(limits.cpuTime()), out);
        text("open-files", limits.openFiles(), out);
        text("file-size", size(limits.fileSize()), out);
        text("processes", limits.processes(), out);
        out.close();
    }

    static void log(LogSettings log, YamlWriter out) {
        if (log.equals(LogSettings.DEFAULT)) {
            return;
        }
        out.open("log");
        text("streams", log.apart() ? "apart" : null, out);
        text("times", log.times() ? "true" : null, out);
        text("max-size", log.maxSize() == 0 ? null : size(log.maxSize()), out);
        out.close();
    }

    private static @Nullable String size(@Nullable Long bytes) {
        return bytes == null ? null : SizeText.write(bytes);
    }

    private static void text(String key, @Nullable Object value, YamlWriter out) {
        if (value != null) {
            out.text(key, value.toString());
        }
    }
}
