package dev.supertask.timetable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

import dev.supertask.job.Job;

/// Names for the jobs of a crontab, which has none: the program that a line is about. The first line of a
/// program has its name alone; the next ones have four digits behind it that come from their command, so that
/// a line keeps its name when others come and go below or between them.
final class CrontabNames {
    private static final Pattern SEPARATOR = Pattern.compile("&&|\\|\\|?|;|&(?![>\\d])|\\{|}|\\(|\\)");
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\([^()]*\\)|`[^`]*`");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
    private static final Pattern REDIRECTION = Pattern.compile("[0-9&]?[<>].*");
    private static final Pattern ENDING = Pattern.compile("(?<=.)\\.(?:sh|bash|py|pl|rb|php|js|jar)$");
    /// What only makes ready or asks.
    private static final Set<String> SILENT = Set.of("cd", "test", "[", "[[", "command", "export", ".", "source",
            "sleep", "umask", "set", "true", "false", ":", "ulimit", "exit", "fi", "done", "echo");
    private static final Set<String> WORDS_OF_THE_SHELL = Set.of("if", "then", "else", "elif", "do", "while", "until",
            "!", "exec", "time");
    /// What runs something else, behind options and numbers.
    private static final Set<String> WRAPPERS = Set.of("nice", "ionice", "nohup", "env", "sudo", "timeout", "flock",
            "chronic", "cronic", "setsid", "systemd-cat", "chrt", "stdbuf", "run-parts", "sh", "bash", "dash", "zsh",
            "ksh", "python", "python2", "python3", "perl", "ruby", "php", "node", "java");
    private static final Pattern OPTION = Pattern.compile("-.*|[0-9][0-9.]*[smhd]?|.*\\.lock");
    private static final int LONGEST = 60;

    private final Set<String> taken;

    /// @param given the names that people gave to lines themselves
    CrontabNames(Set<String> given) {
        this.taken = new HashSet<>(given);
    }

    /// A name for a line.
    ///
    /// @param command its command
    /// @param more what else tells it from others of the same program
    String of(String command, String more) {
        String program = program(command);
        if (taken.add(program)) {
            return program;
        }
        CRC32C sum = new CRC32C();
        sum.update((command + more).getBytes(StandardCharsets.UTF_8));
        String name = program + "-%04x".formatted(sum.getValue() & 0xFFFF);
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private static String program(String command) {
        String spoken = "";
        for (String part : SEPARATOR.split(SUBSTITUTION.matcher(command).replaceAll(""), -1)) {
            List<String> words = new ArrayList<>(Arrays.asList(part.strip().split("\\s+", -1)));
            words.removeIf(word -> word.isEmpty() || WORDS_OF_THE_SHELL.contains(word)
                    || REDIRECTION.matcher(word).matches());
            while (!words.isEmpty() && ASSIGNMENT.matcher(words.getFirst()).matches()) {
                words.removeFirst();
            }
            String name = words.isEmpty() ? "" : wrapped(words);
            if (!name.isEmpty() && !SILENT.contains(words.getFirst())) {
                return name;
            }
            spoken = spoken.isEmpty() ? name : spoken;
        }
        return spoken.isEmpty() ? "job" : spoken;
    }

    private static String wrapped(List<String> words) {
        String name = "";
        for (String word : words) {
            String base = base(word);
            if (!name.isEmpty() && (OPTION.matcher(word).matches() || ASSIGNMENT.matcher(word).matches())) {
                continue;
            }
            if (!Job.isValidName(base)) {
                break;
            }
            name = base;
            if (!WRAPPERS.contains(base)) {
                break;
            }
        }
        return name;
    }

    private static String base(String word) {
        String path = word.replaceAll("[\"'`]", "").replaceAll("/+$", "");
        String name = ENDING.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("");
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+|[._-]+$", "");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
