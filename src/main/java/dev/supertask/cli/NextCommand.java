package dev.supertask.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.supertask.operations.NextOccurrences;
import dev.supertask.problem.Refusal;
import dev.supertask.schedule.Frame;
import dev.supertask.schedule.Schedule;
import dev.supertask.timetable.Zones;
import dev.supertask.wire.NextJson;
import dev.supertask.wire.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask next`.
@Command(name = "next", sortOptions = false, mixinStandardHelpOptions = true, description = "Tells when schedules, the jobs of a timetable, or stored jobs will be due.", footer = {
        "", "Examples:", "  supertask next '0 9 * * MON-FRI' '@every 90s'",
        "  supertask next '30 2 * * *' --zone Europe/Berlin --from 2027-03-27T00:00+01:00 --count 3",
        "  supertask next --file timetable.yaml", "  supertask next --ns ops --output json"})
final class NextCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "EXPR", arity = "0..*", description = "Schedules: cron text, @daily, @every 90s, at … Without: the stored jobs.")
    private List<String> texts = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "The jobs of a timetable; - reads standard input. May be repeated.")
    private List<String> files = List.of();

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Option(names = "--from", paramLabel = "INSTANT", description = "What comes after this moment, such as 2027-03-27T00:00+01:00; default: now.")
    private @Nullable String from;

    @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone of EXPR, such as Europe/Berlin; default: the system's.")
    private @Nullable String zone;

    @Option(names = "--count", paramLabel = "N", description = "How many of each; default: ${DEFAULT-VALUE}.")
    private int count = 5;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        refuseMixtures();
        World world = program.world();
        ZoneId where = zone == null ? world.zone() : Zones.parse(zone);
        Instant start = from == null
                ? Instant.ofEpochMilli(world.clock().millis())
                : Moments.read(from, where, "--from");
        if (texts.isEmpty() && files.isEmpty()) {
            Survey survey = namespace.survey(program);
            List<NextJson> plans = survey.namespaces().stream()
                    .flatMap(folder -> survey.ask(folder, new Question.Next(List.of(), start, count)).stream())
                    .toList();
            show(program, plans, "no jobs yet · \"supertask init && supertask run\" starts some");
            return survey.status();
        }
        List<NextOccurrences.Plan> plans = new ArrayList<>();
        for (Schedule schedule : TypedSchedules.read("EXPR", texts)) {
            plans.add(NextOccurrences.of(schedule, new Frame(where, start), start, count));
        }
        files.stream().map(file -> TimetableFile.read(world, file)).flatMap(file -> file.timetable().jobs().stream())
                .forEach(job -> plans.add(NextOccurrences.of(job, job.frame("", start), start, count)));
        show(program, plans.stream().map(NextJson::of).toList(), "no jobs");
        return 0;
    }

    private void refuseMixtures() {
        if (!texts.isEmpty() && !files.isEmpty()) {
            throw Refusal.mistake("more than one thing to look at", "give either schedules or --file");
        }
        if (zone != null && texts.isEmpty()) {
            throw Refusal.mistake("--zone belongs to schedules; jobs have their own",
                    "write a schedule as well, or leave --zone out");
        }
        if (count < 1 || count > MOST) {
            throw Refusal.mistake("--count " + count + " is not in 1 to " + MOST, null);
        }
    }

    private void show(SupertaskCommand program, List<NextJson> plans, String nothing) {
        new Results(program, output.form()).list(plans, NextJson.class,
                () -> new NextRows(program.world()).table(plans), nothing);
    }
}
