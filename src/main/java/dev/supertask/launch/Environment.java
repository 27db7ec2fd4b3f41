package dev.supertask.launch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The environment of a program: Supertask's own, less what was meant for Supertask alone, with what every
/// program may rely on, the place's variables, and what the run is.
final class Environment {
    private static final String OURS = "SUPERTASK_";
    // What a service manager says to the one process it started (sd_notify(3), systemd.exec(5)).
    private static final Set<String> NOT_INHERITED = Set.of("NOTIFY_SOCKET", "JOURNAL_STREAM",
            "INVOCATION_ID",
            "CREDENTIALS_DIRECTORY");
    // What a run that Supertask itself was started by says of itself.
    private static final Set<String> OF_A_RUN = Set.of("NAMESPACE", "JOB", "RUN_ID", "ATTEMPT", "TRIGGER",
            "OCCURRENCE", "DATE", "PREVIOUS_SUCCESS", "OUTPUT", "PROGRESS");
    private static final List<String> PREFIXES_NOT_INHERITED = List.of("WATCHDOG_", "LISTEN_",
            OURS + "PARAM_", OURS + "STEP", OURS + "UPSTREAM_");
    private static final String PATH_OF_CRON = "/usr/bin:/bin";
    private static final String USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private Environment() {}

    /// The whole environment.
    ///
    /// @param base Supertask's own
    /// @param place the place's variables, which win over it
    static Map<String, String> of(Map<String, String> base, Map<String, String> place, RunFacts facts) {
        Map<String, String> env = new LinkedHashMap<>();
        base.forEach((name, value) -> {
            if (isInherited(name)) {
                env.put(name, value);
            }
        });
        addUsual(env);
        env.putAll(place);
        addFacts(env, facts);
        return env;
    }

    /// The whole environment where nothing of Supertask's own is wanted: what cron(8) gives.
    ///
    /// @param account `HOME` and `LOGNAME` of another user; of anything else nothing is taken
    static Map<String, String> clear(Map<String, String> account, Map<String, String> place, RunFacts facts) {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("HOME", account.getOrDefault("HOME", System.getProperty("user.home")));
        env.put("LOGNAME", account.getOrDefault("LOGNAME", System.getProperty("user.name")));
        env.put("SHELL", "/bin/sh");
        env.put("PATH", PATH_OF_CRON);
        env.putAll(place);
        addFacts(env, facts);
        return env;
    }

    private static boolean isInherited(String name) {
        return !NOT_INHERITED.contains(name) && PREFIXES_NOT_INHERITED.stream().noneMatch(name::startsWith)
                && !(name.startsWith(OURS) && OF_A_RUN.contains(name.substring(OURS.length())));
    }

    private static void addUsual(Map<String, String> env) {
        String user = System.getProperty("user.name");
        env.putIfAbsent("HOME", System.getProperty("user.home"));
        env.putIfAbsent("USER", env.getOrDefault("LOGNAME", user));
        env.putIfAbsent("LOGNAME", user);
        env.putIfAbsent("SHELL", "/bin/sh");
        env.putIfAbsent("PATH", USUAL_PATH);
        env.putIfAbsent("LANG", "C.UTF-8");
    }

    private static void addFacts(Map<String, String> env, RunFacts facts) {
        env.put(OURS + "NAMESPACE", facts.namespace());
        env.put(OURS + "JOB", facts.job());
        env.put(OURS + "RUN_ID", facts.run().text());
        env.put(OURS + "ATTEMPT", Integer.toString(facts.attempt()));
        env.put(OURS + "TRIGGER", facts.trigger().word());
        Instant occurrence = facts.occurrence();
        if (occurrence != null) {
            env.put(OURS + "OCCURRENCE", iso(occurrence, facts.zone()));
            env.put(OURS + "DATE", occurrence.atZone(facts.zone()).toLocalDate().toString());
        }
        Instant previousSuccess = facts.previousSuccess();
        if (previousSuccess != null) {
            env.put(OURS + "PREVIOUS_SUCCESS", iso(previousSuccess, facts.zone()));
        }
    }

    private static String iso(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(instant, zone));
    }
}
