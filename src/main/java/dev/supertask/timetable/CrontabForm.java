package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// The two forms of a crontab.
public enum CrontabForm {
    /// One user's own, as `crontab -l` writes it.
    USER,
    /// The machine's, `/etc/crontab` or a file in `/etc/cron.d`: a user's name stands before each command.
    SYSTEM;

    private static final List<String> OTHER_TEXTS = List.of(".yaml", ".yml", ".json", ".py");
    private static final Pattern NAMED = Pattern.compile("(?i)crontab|.*\\.(?:cron|crontab|tab)");
    /// What begins a line of a crontab and of nothing else that is read here: a macro, a field of cron text with
    /// a blank behind it, or a variable with its value.
    private static final Pattern DECIDES_FOR = Pattern
            .compile("[ \t]*(?:@[a-zA-Z]+[ \t].*|-?[*0-9][^\\s:]*[ \t]+\\S.*|[A-Za-z_\"'][^:=]*=.*)");
    /// What begins a line of YAML, JSON or a script and of no crontab.
    private static final Pattern DECIDES_AGAINST = Pattern.compile("[^\\s=]+:(?:\\s.*)?|---.*|[{\\[%&!].*");

    /// The form of a text that is to be read; empty where it is no crontab.
    ///
    /// @param file where it stands, or null where it stands in no file
    public static Optional<CrontabForm> of(@Nullable Path file, String text) {
        String name = file == null ? "" : String.valueOf(file.getFileName());
        if (OTHER_TEXTS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith) || text.startsWith("#!")) {
            return Optional.empty();
        }
        if (file != null && isOfTheSystem(file)) {
            return Optional.of(SYSTEM);
        }
        return NAMED.matcher(name).matches() || looksLikeOne(text) ? Optional.of(USER) : Optional.empty();
    }

    /// The form of a text that is a crontab, whatever it looks like.
    ///
    /// @param file where it stands, or null where it stands in no file
    public static CrontabForm in(@Nullable Path file) {
        return file != null && isOfTheSystem(file) ? SYSTEM : USER;
    }

    private static boolean isOfTheSystem(Path file) {
        Path folder = file.getParent();
        return file.endsWith("etc/crontab") || folder != null && folder.endsWith("cron.d");
    }

    private static boolean looksLikeOne(String text) {
        return text.lines().filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .flatMap(line -> decision(line).stream()).findFirst().orElse(false);
    }

    private static Optional<Boolean> decision(String line) {
        if (DECIDES_FOR.matcher(line).matches()) {
            return Optional.of(true);
        }
        return DECIDES_AGAINST.matcher(line).matches() ? Optional.of(false) : Optional.empty();
    }
}
