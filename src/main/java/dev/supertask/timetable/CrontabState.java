package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.supertask.job.Payload;
import dev.supertask.problem.Warning;

/// The variables of a crontab as they hold at one of its lines: each is set from its own line on.
final class CrontabState {
    /// What a shell would replace and cron does not.
    private static final Pattern EXPANSION = Pattern.compile("\\$\\{?[A-Za-z_][A-Za-z0-9_]*}?");
    private static final Pattern COMMENT = Pattern.compile("[ \t]#.*");

    private final ZoneId systemZone;
    private final Map<String, String> env = new LinkedHashMap<>();
    private ZoneId zone;

    CrontabState(ZoneId systemZone) {
        this.systemZone = systemZone;
        this.zone = systemZone;
    }

    /// The zone of the schedules.
    ZoneId zone() {
        return zone;
    }

    /// All variables, in the order in which they were first set.
    Map<String, String> env() {
        return new LinkedHashMap<>(env);
    }

    /// What runs the commands.
    String shell() {
        return env.getOrDefault("SHELL", Payload.Shell.USUAL);
    }

    /// Where a command starts.
    Path home(CrontabHost.User account) {
        String home = env.get("HOME");
        return home == null ? account.home() : Path.of(home);
    }

    /// Takes a variable; what is wrong or in vain is told.
    void set(CrontabVariable variable, CrontabLine line) {
        switch (variable.name()) {
            case "LOGNAME" -> {
                line.warning(Warning.IGNORED, line.start(), line.end(),
                        "cron does not let \"LOGNAME\" be changed: it is the user's name", "remove the line");
                return;
            }
            case "CRON_TZ" -> zone = Zones.of(line.scalar(variable.from(), variable.to()), variable.value(),
                    line.reading()).orElse(systemZone);
            case "SHELL" -> {
                if (!SettingsReader.SHELL.matcher(variable.value()).matches()) {
                    line.mistake(variable.from(), variable.to(), "\"" + variable.value() + "\" cannot be a shell",
                            "write its path alone, such as /bin/bash");
                    return;
                }
            }
            case "HOME" -> {
                if (!variable.value().startsWith("/")) {
                    line.mistake(variable.from(), variable.to(), "HOME \"" + variable.value()
                            + "\" is no absolute path", "write it out from \"/\" on; nothing is expanded");
                    return;
                }
            }
            case "MAILTO" -> warnOfMail(variable, line);
            case "RANDOM_DELAY" -> line.warning(Warning.IGNORED, line.start(), line.end(),
                    "RANDOM_DELAY delays nothing here, nor in Debian's cron", "remove the line");
            default -> {
                // An ordinary one.
            }
        }
        warnOfLookalikes(variable, line);
        env.put(variable.name(), variable.value());
    }

    private static void warnOfMail(CrontabVariable variable, CrontabLine line) {
        if (!variable.value().isEmpty()) {
            line.warning(Warning.NO_MAIL, line.start(), line.end(),
                    "MAILTO \"" + variable.value() + "\": mail is not sent yet",
                    "\"supertask logs JOB\" shows what a job wrote; MAILTO=\"\" wants no mail");
        }
    }

    private static void warnOfLookalikes(CrontabVariable variable, CrontabLine line) {
        Matcher expansion = EXPANSION.matcher(line.text()).region(variable.from(), variable.to());
        if (expansion.find()) {
            line.warning(Warning.IGNORED, expansion.start(), expansion.end(),
                    "\"" + expansion.group() + "\" is not replaced in a crontab: \"" + variable.name()
                            + "\" has these very characters",
                    "write its value out");
        }
        Matcher comment = COMMENT.matcher(line.text()).region(variable.from(), variable.to());
        if (!isQuoted(variable, line) && comment.find()) {
            line.warning(Warning.IGNORED, comment.start() + 1, variable.to(),
                    "this is no comment, but a part of the value of \"" + variable.name() + "\"",
                    "a comment needs a line of its own");
        }
    }

    private static boolean isQuoted(CrontabVariable variable, CrontabLine line) {
        return "\"'".indexOf(line.text().charAt(variable.from())) >= 0;
    }
}
