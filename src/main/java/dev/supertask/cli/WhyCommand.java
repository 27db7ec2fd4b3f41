package dev.supertask.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.supertask.problem.Refusal;
import dev.supertask.wire.Columns;
import dev.supertask.wire.Json;
import dev.supertask.wire.Question;
import dev.supertask.wire.WhyJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask why`.
@Command(name = "why", sortOptions = false, mixinStandardHelpOptions = true, description = "Tells why a job ran or did not run at a moment, or what becomes of it now.", footer = {
        "", "Examples:", "  supertask why backup", "  supertask why backup 2026-11-24T03:00",
        "  supertask why --ns ops backup 2026-11-24T03:00:00+01:00 --output json"})
final class WhyCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx",
            Locale.ROOT);

    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(index = "0", paramLabel = "JOB", description = "A job's name.")
    private String job = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "INSTANT", description = "A moment, such as 2026-11-24T03:00, in the job's time zone where it has no offset; default: now.")
    private @Nullable String instant;

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        SupertaskCommand program = Objects.requireNonNull(root);
        Survey survey = namespace.survey(program);
        Search.Found.OfJob found = Search.job(survey, job);
        ZoneId zone = ZoneId.of(found.detail().job().timezone());
        Instant at = instant == null ? null : Moments.read(instant, zone, "why");
        WhyJson answer = survey.ask(found.folder(), new Question.Why(job, at)).stream().findFirst()
                .orElseThrow(() -> Refusal.failed("job \"" + job + "\" cannot be asked about", "try again"));
        new Results(program, output.form()).one(Json.object(answer), Columns.of(WhyJson.class),
                () -> sheet(program, answer));
        return survey.status();
    }

    private static Sheet sheet(SupertaskCommand program, WhyJson answer) {
        OffsetDateTime at = answer.at();
        Sheet sheet = new Sheet(program.ansi())
                .title(answer.job() + " in " + answer.namespace() + (at == null ? ", now" : ", " + TIME.format(at)));
        sheet.lines("because", answer.because().stream().map(Cell::of).toList());
        List.of("previous", "next").forEach(which -> {
            OffsetDateTime time = which.equals("next") ? answer.next() : answer.previous();
            if (time != null) {
                sheet.line(which, TIME.format(time) + " ("
                        + Prose.distance(program.world().clock().instant(), time.toInstant()) + ")");
            }
        });
        return sheet;
    }
}
