package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Delivery;
import dev.supertask.job.Policies;
import org.jspecify.annotations.Nullable;

/// Reads the keys that a job and `defaults` share, each falling back to what held before.
record SettingsReader(Values values, EnvReader env, Path folder) {
    /// A program alone, without options.
    static final Pattern SHELL = Pattern.compile("[^\\s\\p{Cntrl}~-][^\\s\\p{Cntrl}]*");

    /// @param where what the map is called: `job "backup"` or `"defaults"`
    Defaults read(Fields fields, String where, Defaults before) {
        return new Defaults(zone(fields.get("timezone"), before.zone()), workingDir(fields, before),
                variables(fields, where, before), tags(fields, before), enabled(fields, before),
                new ProcessReader(values).read(fields, where, before.process()),
                policies(fields, where, before.policies()), shell(fields.get("shell"), before.shell()),
                clearEnv(fields.get("clear-env"), before));
    }

    ZoneId zone(@Nullable Field field, ZoneId before) {
        ZoneId zone = field == null ? null : Zones.read(field, values);
        return Objects.requireNonNullElse(zone, before);
    }

    private Path workingDir(Fields fields, Defaults before) {
        Field field = fields.get("working-dir");
        Path path = field == null ? null : values.path(field, folder);
        return Objects.requireNonNullElse(path, before.workingDir());
    }

    private Map<String, String> variables(Fields fields, String where, Defaults before) {
        Map<String, String> variables = new LinkedHashMap<>(before.env());
        variables.putAll(env.read(fields.get("env"), fields.get("env-file"), "\"env\" of " + where));
        return variables;
    }

    private List<String> tags(Fields fields, Defaults before) {
        Field field = fields.get("tags");
        return field == null ? before.tags() : values.texts(field, "write [WORD, …]");
    }

    private boolean enabled(Fields fields, Defaults before) {
        Field field = fields.get("enabled");
        Boolean flag = field == null ? null : values.flag(field);
        return Objects.requireNonNullElse(flag, before.enabled());
    }

    String shell(@Nullable Field field, String before) {
        Yaml.Scalar scalar = field == null ? null : values.scalar(field);
        if (scalar == null) {
            return before;
        }
        if (!SHELL.matcher(scalar.text()).matches()) {
            values.reading().mistake(scalar.span(), "\"" + scalar.text() + "\" cannot be a shell",
                    "write its path or name alone, such as /bin/bash");
            return before;
        }
        return scalar.text();
    }

    boolean clearEnv(@Nullable Field field, Defaults before) {
        Boolean flag = field == null ? null : values.flag(field);
        return Objects.requireNonNullElse(flag, before.clearEnv());
    }

    private Policies policies(Fields fields, String where, Policies before) {
        Field timeout = fields.get("timeout");
        Field killAfter = fields.get("kill-after");
        Duration limit = timeout == null ? null : values.duration(timeout, false);
        Duration kill = killAfter == null ? null : values.duration(killAfter, true);
        return before
                .withTimeout(limit != null ? limit : before.timeout())
                .withKillAfter(kill != null ? kill : before.killAfter())
                .withCatchUp(catchUp(fields, before.catchUp()))
                .withDelivery(delivery(fields, before.delivery()))
                .withLog(new LogReader(values).read(fields.get("log"), where, before.log()))
                .withDst(DstText.read(fields.get("dst"), where, values, before.dst()));
    }

    private CatchUp catchUp(Fields fields, CatchUp before) {
        Field mode = fields.get("catch-up");
        Field window = fields.get("catch-up-window");
        CatchUp.Mode which = mode == null ? null : values.choice(mode, CatchUp.Mode.values(), CatchUp.Mode::word);
        Duration length = window == null ? null : values.duration(window, false);
        return new CatchUp(which != null ? which : before.mode(), length != null ? length : before.window());
    }

    private Delivery delivery(Fields fields, Delivery before) {
        Field field = fields.get("delivery");
        Delivery delivery = field == null ? null : values.choice(field, Delivery.values(), Delivery::word);
        return Objects.requireNonNullElse(delivery, before);
    }
}
