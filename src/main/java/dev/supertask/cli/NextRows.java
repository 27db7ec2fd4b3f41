package dev.supertask.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.supertask.wire.NextJson;

/// Next occurrences as people read them: a row for each.
///
/// @param world whose time it is
record NextRows(World world) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx",
            Locale.ROOT);

    Table table(List<NextJson> plans) {
        boolean jobs = plans.stream().anyMatch(plan -> plan.job() != null);
        Table table = new Table(List.of(jobs ? "job" : "schedule", "next", "in", "note"));
        plans.forEach(plan -> rows(plan, table));
        return table;
    }

    private void rows(NextJson plan, Table table) {
        String name = Objects.requireNonNullElse(plan.job(), plan.schedule());
        if (plan.next().isEmpty()) {
            table.row(List.of(Cell.of(name), Cell.of("never"), Cell.of(""), Cell.of("")));
        }
        for (OffsetDateTime at : plan.next()) {
            boolean first = at.equals(plan.next().getFirst());
            table.row(List.of(Cell.of(first ? name : ""), Cell.of(LOCAL.format(at)),
                    Cell.of(Prose.distance(world.clock().instant(), at.toInstant())), Cell.of(note(plan, at))));
        }
    }

    private static String note(NextJson plan, OffsetDateTime at) {
        String start = NextJson.noteOf(at, "");
        return plan.notes().stream().filter(note -> note.startsWith(start)).map(note -> note.substring(start.length()))
                .findFirst().orElse("");
    }
}
