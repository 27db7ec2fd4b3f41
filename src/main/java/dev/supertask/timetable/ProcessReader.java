package dev.supertask.timetable;

import java.time.Duration;
import java.util.regex.Pattern;

import dev.supertask.job.Limits;
import dev.supertask.job.ProcessSettings;
import org.jspecify.annotations.Nullable;

/// Reads the keys that say as whom a program runs and within which bounds, each falling back to what held
/// before.
record ProcessReader(Values values) {
    private static final Pattern ACCOUNT = Pattern.compile("[^\\s:\\p{Cntrl}-][^\\s:\\p{Cntrl}]*");
    private static final Pattern UMASK = Pattern.compile("0?[0-7]{1,3}");
    private static final Pattern NICE = Pattern.compile("\\+?1?\\d|-(?:1?\\d|20)");

    /// @param where what the map is called: `job "backup"` or `"defaults"`
    ProcessSettings read(Fields fields, String where, ProcessSettings before) {
        String user = account(fields.get("user"), "user", "\"backup\"");
        String group = account(fields.get("group"), "group", "\"adm\"");
        Integer umask = umask(fields.get("umask"));
        Integer nice = nice(fields.get("nice"));
        return new ProcessSettings(user != null ? user : before.user(), group != null ? group : before.group(),
                umask != null ? umask : before.umask(), nice != null ? nice : before.nice(),
                limits(fields.get("limits"), where, before.limits()));
    }

    private @Nullable String account(@Nullable Field field, String kind, String example) {
        return matching(field, ACCOUNT, "cannot name a " + kind,
                "write its name, such as " + example + ", or its number");
    }

    private @Nullable Integer umask(@Nullable Field field) {
        String digits = matching(field, UMASK, "is no umask", "write three octal digits, such as \"027\"");
        return digits == null ? null : Integer.valueOf(digits, 8);
    }

    private @Nullable Integer nice(@Nullable Field field) {
        String number = matching(field, NICE, "is no niceness",
                "write a number from -20, which comes first, to 19, which comes last");
        return number == null ? null : Integer.valueOf(number);
    }

    private @Nullable String matching(@Nullable Field field, Pattern pattern, String not, String remedy) {
        Yaml.Scalar scalar = field == null ? null : values.scalar(field);
        if (scalar == null) {
            return null;
        }
        if (!pattern.matcher(scalar.text()).matches()) {
            values.reading().mistake(scalar.span(), "\"" + scalar.text() + "\" " + not, remedy);
            return null;
        }
        return scalar.text();
    }

    private Limits limits(@Nullable Field field, String where, Limits before) {
        Yaml.Mapping map = field == null ? null : values.map(field, "write {memory: 512MiB}, for example");
        if (map == null) {
            return before;
        }
        Fields fields = Fields.of(map, " in \"limits\" of " + where, Keys.LIMITS, values.reading());
        Quantities quantities = new Quantities(values);
        Field time = fields.get("cpu-time");
        Duration cpuTime = time == null ? null : quantities.seconds(time);
        return new Limits(size(fields, "memory", before.memory()), cpuTime != null ? cpuTime : before.cpuTime(),
                count(fields, "open-files", before.openFiles()), size(fields, "file-size", before.fileSize()),
                count(fields, "processes", before.processes()));
    }

    private @Nullable Long size(Fields fields, String key, @Nullable Long before) {
        Field field = fields.get(key);
        Long size = field == null ? null : new Quantities(values).size(field);
        return size != null ? size : before;
    }

    private @Nullable Long count(Fields fields, String key, @Nullable Long before) {
        Field field = fields.get(key);
        Long count = field == null ? null : new Quantities(values).count(field);
        return count != null ? count : before;
    }
}
