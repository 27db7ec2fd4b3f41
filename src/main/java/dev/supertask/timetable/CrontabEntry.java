package dev.supertask.timetable;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.supertask.problem.Warning;
import dev.supertask.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/// A line of a crontab that runs something.
///
/// @param schedule when
/// @param account as whom
/// @param command what
record CrontabEntry(Schedule schedule, CrontabHost.User account, CrontabCommand command) {
    /// The mark that keeps cronie's log quiet. Debian's cron refuses it.
    private static final Pattern QUIET = Pattern.compile("-[*@0-9].*");
    private static final Pattern DATE_FORMAT = Pattern.compile(".*\\bdate\\b[^|;&]*\\+[^|;&]*");

    /// The entry of a line that sets no variable; empty with its mistakes told.
    static Optional<CrontabEntry> read(CrontabLine whole, CrontabForm form, CrontabHost host) {
        CrontabLine line = withoutMark(whole);
        List<CrontabLine.Word> words = line.words();
        Optional<CrontabFields> fields = CrontabFields.read(line, words);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        List<CrontabLine.Word> rest = words.subList(fields.get().words(), words.size());
        if (rest.isEmpty()) {
            line.mistake(line.start(), line.end(), "the line has no command",
                    form == CrontabForm.SYSTEM
                            ? "write a user and the command behind the schedule"
                            : "write it behind the schedule");
            return Optional.empty();
        }
        CrontabHost.User account = switch (form) {
            case USER -> withoutUser(line, rest, host) ? host.self() : null;
            case SYSTEM -> user(line, rest, host);
        };
        int at = form == CrontabForm.SYSTEM ? 1 : 0;
        if (account == null || rest.size() <= at) {
            return Optional.empty();
        }
        CrontabCommand command = command(line, rest.get(at).start());
        Schedule schedule = fields.get().schedule();
        return schedule == null || command == null
                ? Optional.empty()
                : Optional.of(new CrontabEntry(schedule, account, command));
    }

    private static CrontabLine withoutMark(CrontabLine line) {
        int start = line.start();
        if (!QUIET.matcher(line.text().substring(start)).matches()) {
            return line;
        }
        // A blank in its place, so that everything else keeps its own.
        String text = line.text().substring(0, start) + " " + line.text().substring(start + 1);
        return new CrontabLine(line.reading(), line.number(), text);
    }

    private static boolean withoutUser(CrontabLine line, List<CrontabLine.Word> rest, CrontabHost host) {
        String word = rest.getFirst().text();
        if (rest.size() < 2 || host.isProgram(word) || !host.isPerson(word)) {
            return true;
        }
        line.mistake(rest.getFirst(), "\"" + word + "\" is a user, where a user's own crontab has the command",
                "remove it; for a crontab of the system, \"supertask import --system --crontab FILE\"");
        return false;
    }

    private static CrontabHost.@Nullable User user(CrontabLine line, List<CrontabLine.Word> rest,
            CrontabHost host) {
        CrontabLine.Word word = rest.getFirst();
        Optional<CrontabHost.User> account = host.account(word.text());
        if (account.isPresent()) {
            if (rest.size() < 2) {
                line.mistake(line.start(), line.end(), "the line has no command",
                        "write it behind user \"" + word.text() + "\"");
            }
            return account.get();
        }
        if (rest.size() < 2 || word.text().indexOf('/') >= 0 || host.isProgram(word.text())) {
            line.mistake(word, "\"" + word.text() + "\" stands where the user belongs",
                    "a crontab of the system names one before the command, such as root");
        } else {
            line.mistake(word, "no user \"" + word.text() + "\" on this machine",
                    "name one that is, before the command");
        }
        return null;
    }

    private static @Nullable CrontabCommand command(CrontabLine line, int start) {
        CrontabCommand command = CrontabCommand.of(line.text().substring(start));
        int percent = start + command.percent();
        if (command.text().isBlank()) {
            line.mistake(percent, percent + 1, "\"%\" ends the command before it begins",
                    "write \"\\%\" for the character");
            return null;
        }
        if (command.percent() >= 0 && DATE_FORMAT.matcher(line.text().substring(start, percent)).matches()) {
            line.warning(Warning.IGNORED, percent, percent + 1,
                    "this \"%\" ends the command; the rest of the line is what it reads",
                    "write \"\\%\" for the character");
        }
        return command;
    }
}
