package dev.supertask.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.supertask.operations.ExplainSchedule;
import dev.supertask.schedule.Frame;
import dev.supertask.schedule.Schedule;
import dev.supertask.timetable.Zones;
import dev.supertask.wire.Columns;
import dev.supertask.wire.ExplanationJson;
import dev.supertask.wire.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask explain`.
@Command(name = "explain", sortOptions = false, mixinStandardHelpOptions = true, description = "Says what a schedule means, and what becomes of it where the clocks change.", footer = {
        "", "Examples:", "  supertask explain '30 2 * * *' --zone Europe/Berlin", "  supertask explain '0 9 L * *'"})
final class ExplainCommand implements Runnable {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx",
            Locale.ROOT);

    private static final int LABELS = 14;

    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "EXPR", description = "A schedule: cron text, @daily, @every 90s, at …")
    private String text = "";

    @Option(names = "--zone", paramLabel = "ZONE", description = "Its time zone, such as Europe/Berlin; default: the system's.")
    private @Nullable String zone;

    @Option(names = "--from", paramLabel = "INSTANT", description = "As seen from this moment; default: now.")
    private @Nullable String from;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public void run() {
        SupertaskCommand program = Objects.requireNonNull(root);
        World world = program.world();
        ZoneId where = zone == null ? world.zone() : Zones.parse(zone);
        Instant start = from == null
                ? Instant.ofEpochMilli(world.clock().millis())
                : Moments.read(from, where, "--from");
        Schedule schedule = TypedSchedules.read("EXPR", List.of(text)).getFirst();
        ExplanationJson answer = ExplanationJson.of(ExplainSchedule.of(schedule, new Frame(where, start), start));
        new Results(program, output.form()).one(Json.object(answer), Columns.of(ExplanationJson.class),
                () -> sheet(program, answer));
    }

    private static Sheet sheet(SupertaskCommand program, ExplanationJson answer) {
        Instant now = program.world().clock().instant();
        Sheet sheet = new Sheet(program.ansi(), LABELS)
                .title(answer.schedule() + "  ·  " + answer.words() + " (" + answer.zone() + ")");
        int widest = answer.parts().stream().mapToInt(part -> part.text().length()).max().orElse(0);
        answer.parts().forEach(part -> sheet.line(part.name(), part.text()
                + " ".repeat(widest - part.text().length() + 2) + part.words()));
        List<OffsetDateTime> next = answer.next();
        sheet.lines("next", next.isEmpty()
                ? List.of(Cell.of("never"))
                : next.stream()
                        .map(at -> Cell.of(TIME.format(at) + " (" + Prose.distance(now, at.toInstant()) + ")"))
                        .toList());
        sheet.lines("clocks", answer.clockChanges().isEmpty()
                ? List.of(Cell.of("nothing special where they change"))
                : answer.clockChanges().stream().map(change -> Cell.of(DATE.format(change.at()) + ", " + change.text()))
                        .toList());
        return sheet;
    }
}
