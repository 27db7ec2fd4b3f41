package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import dev.supertask.job.WebRequest.Conduct;
import dev.supertask.job.WebRequest.Redirects;
import org.jspecify.annotations.Nullable;

/// Reads how a server is asked.
record ConductReader(Values values, Path folder) {
    private static final Pattern COUNT = Pattern.compile("0*[1-9][0-9]{0,2}");

    Conduct read(Fields keys) {
        Conduct usual = Conduct.DEFAULT;
        Field timeout = keys.get("timeout");
        Duration limit = timeout == null ? usual.timeout() : values.duration(timeout, false);
        Field redirects = keys.get("redirects");
        Redirects followed = redirects == null
                ? usual.redirects()
                : values.choice(redirects, Redirects.values(), Redirects::word);
        Fields tls = map(keys.get("tls"), Keys.HTTP_TLS, "write {ca: FILE} or {insecure: true}");
        Field ca = tls == null ? null : tls.get("ca");
        Path file = ca == null ? null : values.path(ca, folder);
        Field insecure = tls == null ? null : tls.get("insecure");
        boolean any = insecure != null && Boolean.TRUE.equals(values.flag(insecure));
        if (ca != null && any) {
            values.reading().mistake(ca.key().span(), ca.label() + " means nothing where nothing is checked",
                    "keep \"ca\", and remove \"insecure\"");
        }
        Field local = keys.get("allow-link-local");
        boolean allowed = local != null && Boolean.TRUE.equals(values.flag(local));
        Field retry = keys.get("retry");
        boolean number = retry != null && retry.value() instanceof Yaml.Scalar;
        Fields tries = number ? null : map(retry, Keys.HTTP_RETRY, "write {count: 3, delay: 1s}");
        int count = count(number ? retry : tries == null ? null : tries.get("count"), retry != null);
        Field delay = tries == null ? null : tries.get("delay");
        Duration pause = delay == null ? usual.delay() : values.duration(delay, true);
        return limit == null || followed == null || pause == null
                ? usual
                : new Conduct(limit, count, pause, followed, file, any, allowed);
    }

    private @Nullable Fields map(@Nullable Field field, Keys keys, String remedy) {
        Yaml.Mapping map = field == null ? null : values.map(field, remedy);
        return field == null || map == null
                ? null
                : Fields.of(map, " in " + field.label(), keys, values.reading());
    }

    private int count(@Nullable Field field, boolean wanted) {
        Yaml.Scalar scalar = field == null ? null : values.scalar(field);
        if (scalar == null) {
            return wanted ? 1 : 0;
        }
        if (!COUNT.matcher(scalar.text()).matches()) {
            values.reading().mistake(scalar.span(), "\"" + scalar.text() + "\" is no number of tries",
                    "write one from 1 to 999");
            return 0;
        }
        return Integer.parseInt(scalar.text());
    }
}
