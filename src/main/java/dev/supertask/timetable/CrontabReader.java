package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Job;
import dev.supertask.job.Limits;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.ProcessSettings;
import dev.supertask.job.Step;

/// Reads a crontab line by line.
final class CrontabReader {
    /// As cron, which never looks back.
    private static final Policies POLICIES = Policies.DEFAULT
            .withCatchUp(new CatchUp(CatchUp.Mode.NONE, CatchUp.DEFAULT.window()));
    private static final Pattern NAME = Pattern.compile("(?i)name:[ \t]*(\\S+)");
    /// A line that was put out of use, or the heading of the columns.
    private static final Pattern NO_WORDS = Pattern.compile("[*0-9@.|-].*|m[ \t]+h[ \t]+.*|min(?:ute)?[ \t]+hour.*");
    /// A longer comment is about the file, not about the line below it.
    private static final int LONGEST_DESCRIPTION = 3;

    private final Reading reading;
    private final CrontabForm form;
    private final CrontabHost host;
    private final CrontabState state;
    private final Foresight foresight;
    private final CrontabNames names;
    private final Set<String> given = new HashSet<>();
    private final List<Job> jobs = new ArrayList<>();
    /// The comment directly above.
    private final List<CrontabLine> comment = new ArrayList<>();

    CrontabReader(Reading reading, CrontabForm form, Surroundings around, CrontabHost host) {
        this.reading = reading;
        this.form = form;
        this.host = host;
        this.state = new CrontabState(around.zone());
        this.foresight = new Foresight(reading, around.now());
        this.names = new CrontabNames(lines().filter(CrontabLine::isComment)
                .flatMap(line -> givenName(line).stream()).collect(Collectors.toSet()));
    }

    /// The jobs of all lines; those with mistakes are told and left out.
    List<Job> read() {
        SourceText source = reading.source();
        int carriage = source.text().indexOf('\r');
        if (carriage >= 0) {
            reading.problems().mistake(source.position(carriage),
                    "the line ends with a carriage return, which cron hands to the command",
                    "save the file with the line ends of Unix (LF): \"sed -i 's/\\r$//' FILE\"");
        }
        lines().forEach(this::read);
        if (jobs.isEmpty() && !reading.problems().refuse()) {
            reading.problems().mistake(source.start(), "the crontab runs nothing",
                    "write a line such as \"0 3 * * * /usr/local/bin/backup\"");
        }
        return jobs;
    }

    private Stream<CrontabLine> lines() {
        SourceText source = reading.source();
        return IntStream.range(0, source.lines()).mapToObj(n -> new CrontabLine(reading, n, source.line(n)));
    }

    private void read(CrontabLine line) {
        if (line.isComment()) {
            comment.add(line);
            return;
        }
        if (!line.isBlank()) {
            if (CrontabVariable.isOne(line)) {
                CrontabVariable variable = CrontabVariable.read(line);
                if (variable != null) {
                    state.set(variable, line);
                }
            } else {
                CrontabEntry.read(line, form, host).ifPresent(entry -> add(entry, line));
            }
        }
        comment.clear();
    }

    private void add(CrontabEntry entry, CrontabLine line) {
        CrontabCommand command = entry.command();
        boolean self = entry.account().name().equals(host.self().name());
        ProcessSettings process = self
                ? ProcessSettings.INHERITED
                : new ProcessSettings(entry.account().name(), null, null, null, Limits.NONE);
        Step step = new Step("", Step.Condition.SUCCESS, new Payload.Shell(command.text(), state.shell()),
                command.stdin(), new Place.ThisMachine(state.home(entry.account()), state.env(), process, true));
        Job job = new Job(name(entry), "", description(), List.of(), List.of(entry.schedule()), state.zone(), true,
                List.of(step), POLICIES);
        foresight.look(job, line.scalar(line.start(), line.end()).span());
        jobs.add(job);
    }

    private String name(CrontabEntry entry) {
        for (CrontabLine line : comment) {
            Optional<String> name = givenName(line);
            if (name.isPresent()) {
                if (!given.add(name.get())) {
                    line.mistake(line.start(), line.end(), "\"" + name.get() + "\" names another job already",
                            "choose another name");
                }
                return name.get();
            }
        }
        String stdin = entry.command().stdin();
        return names.of(entry.command().text(), stdin == null ? "" : "%" + stdin);
    }

    private String description() {
        List<String> lines = comment.stream().filter(line -> givenName(line).isEmpty()).map(CrontabReader::words)
                .filter(words -> !words.isEmpty()).toList();
        boolean about = lines.size() <= LONGEST_DESCRIPTION
                && lines.stream().noneMatch(words -> NO_WORDS.matcher(words).matches());
        return about ? String.join("\n", lines) : "";
    }

    private static Optional<String> givenName(CrontabLine comment) {
        Matcher matcher = NAME.matcher(words(comment));
        return matcher.matches() && Job.isValidName(matcher.group(1))
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    private static String words(CrontabLine comment) {
        return comment.text().strip().replaceAll("^[#\\s]+|[#\\s]+$", "");
    }
}
