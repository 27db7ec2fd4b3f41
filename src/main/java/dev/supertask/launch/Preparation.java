package dev.supertask.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.supertask.job.Limits;
import dev.supertask.job.ProcessSettings;
import dev.supertask.keeper.Account;
import org.jspecify.annotations.Nullable;

/// What makes ready that in which a program runs, by words that come before its own: a shell sets umask
/// and limits, nice(1) the niceness, setpriv(1) user and group, in this order, each executing the next in
/// its own place. posix_spawn(3) itself can do none of this.
///
/// Whatever Supertask cannot do is found out before: the program is not started then.
record Preparation(List<String> prefix, Optional<Account> user) {
    private static final int NOT_EXECUTABLE = 126;
    private static final String SHELL = "/bin/sh";

    static Preparation of(ProcessSettings settings) throws UnlaunchableException {
        if (settings.equals(ProcessSettings.INHERITED)) {
            return new Preparation(List.of(), Optional.empty());
        }
        return of(settings, Powers.ofThisProcess(), Tools::path);
    }

    /// @param tools where a program is, by its name
    static Preparation of(ProcessSettings settings, Powers powers, Function<String, Optional<String>> tools)
            throws UnlaunchableException {
        List<String> words = new ArrayList<>(shell(settings, powers));
        words.addAll(nice(settings.nice(), powers, tools));
        Optional<Account> account = account(settings.user());
        words.addAll(Identities.words(settings, account, powers, tools));
        return new Preparation(words, account);
    }

    /// The variables that follow the user.
    Map<String, String> variables() {
        return user.map(account -> Map.of("HOME", account.home(), "USER", account.name(), "LOGNAME",
                account.name(), "SHELL", account.shell())).orElse(Map.of());
    }

    private static Optional<Account> account(@Nullable String user) throws UnlaunchableException {
        if (user == null) {
            return Optional.empty();
        }
        Optional<Account> account = Account.of(user);
        if (account.isEmpty()) {
            throw refusal("no user \"" + user + "\" on this machine");
        }
        return account;
    }

    private static List<String> shell(ProcessSettings settings, Powers powers) throws UnlaunchableException {
        StringBuilder text = new StringBuilder();
        if (settings.umask() != null) {
            step(text, "umask " + Integer.toOctalString(settings.umask()));
        }
        Limits limits = settings.limits();
        limit(text, powers, "memory", "Max address space", limits.memory(), value -> "ulimit -v " + up(value, 1024));
        limit(text, powers, "cpu-time", "Max cpu time",
                limits.cpuTime() == null ? null : limits.cpuTime().toSeconds(), value -> "ulimit -t " + value);
        limit(text, powers, "open-files", "Max open files", limits.openFiles(), value -> "ulimit -n " + value);
        limit(text, powers, "file-size", "Max file size", limits.fileSize(),
                value -> "ulimit -f " + up(value, 512));
        // Of POSIX's shells some call it so, others so.
        limit(text, powers, "processes", "Max processes", limits.processes(),
                value -> "ulimit -u " + value + " 2>/dev/null || ulimit -p " + value);
        return text.isEmpty() ? List.of() : List.of(SHELL, "-c", text + "exec \"$@\"", "sh");
    }

    private static void limit(StringBuilder text, Powers powers, String key, String name, @Nullable Long value,
            Function<Long, String> command) throws UnlaunchableException {
        if (value == null) {
            return;
        }
        if (!powers.mayLimit(name, value)) {
            throw refusal("limit \"" + key + "\": " + value + " is more than the " + powers.most(name)
                    + " that Supertask itself may have · lower it, or raise Supertask's own");
        }
        step(text, command.apply(value));
    }

    // What a step writes is in the log.
    private static void step(StringBuilder text, String command) {
        text.append("{ ").append(command).append("; } || exit ").append(NOT_EXECUTABLE).append('\n');
    }

    private static long up(long bytes, long unit) {
        return (bytes + unit - 1) / unit;
    }

    private static List<String> nice(@Nullable Integer nice, Powers powers,
            Function<String, Optional<String>> tools) throws UnlaunchableException {
        if (nice == null || nice == powers.nice()) {
            return List.of();
        }
        if (nice < powers.nice() && !powers.mayBeLessNice()) {
            throw refusal("nice " + nice + " is less than Supertask's own " + powers.nice()
                    + ", which only root may give · raise it, or run Supertask as root");
        }
        return List.of(tool("nice", tools, "coreutils"), "-n", Integer.toString(nice - powers.nice()));
    }

    static String tool(String name, Function<String, Optional<String>> tools, String comesWith)
            throws UnlaunchableException {
        Optional<String> path = tools.apply(name);
        if (path.isEmpty()) {
            throw refusal("this needs the program \"" + name + "\", which is not on this machine · install "
                    + comesWith);
        }
        return path.get();
    }

    static UnlaunchableException refusal(String why) {
        return new UnlaunchableException(NOT_EXECUTABLE, why);
    }
}
