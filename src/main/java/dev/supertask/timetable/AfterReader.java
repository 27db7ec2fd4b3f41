package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.supertask.job.Upstream;
import org.jspecify.annotations.Nullable;

/// Reads and writes `after`: the jobs after whose runs a job runs, each a name or `{job: NAME, on: END}`.
///
/// @param whole told what each job names, for only the whole timetable shows whether it is there
record AfterReader(Values values, Composition whole) {

    /// The jobs that a job comes after; none where it does not say.
    ///
    /// @param name the job's own
    List<Upstream> read(@Nullable Field after, String name) {
        if (after == null) {
            return List.of();
        }
        List<Yaml> items = after.value() instanceof Yaml.Sequence list ? list.items() : List.of(after.value());
        if (items.isEmpty()) {
            values.reading().mistake(after.value().span(), after.label() + " is an empty list",
                    "write the name of a job, or remove the key");
        }
        List<Upstream> read = new ArrayList<>();
        for (Yaml item : items) {
            Field entry = new Field("an entry of " + after.label(), after.key(), item);
            Entry one = item instanceof Yaml.Mapping map
                    ? mapped(map, entry)
                    : named(items.size() == 1 ? after : entry);
            if (one != null && isNew(one, after, read)) {
                read.add(new Upstream(one.job.text(), one.on));
                whole.chain().add(name, one.job, values.reading());
            }
        }
        return read;
    }

    private record Entry(Yaml.Scalar job, Upstream.On on) {}

    private @Nullable Entry named(Field field) {
        if (field.value() instanceof Yaml.Sequence) {
            values.reading().mistake(field.value().span(), field.label() + " must be the name of a job, but is a list",
                    "write one list of names");
            return null;
        }
        Yaml.Scalar job = values.scalar(field);
        return job == null ? null : new Entry(job, Upstream.On.SUCCESS);
    }

    private @Nullable Entry mapped(Yaml.Mapping map, Field entry) {
        Fields fields = Fields.of(map, " in " + entry.label(), Keys.AFTER, values.reading());
        Field job = fields.get("job");
        if (job == null) {
            if (!fields.hint(List.of("job"))) {
                values.reading().mistake(map.span(), entry.label() + " names no job", "add \"job: NAME\"");
            }
            return null;
        }
        Yaml.Scalar named = values.scalar(job);
        Field on = fields.get("on");
        Upstream.On end = on == null ? null : values.choice(on, Upstream.On.values(), Upstream.On::word);
        return named == null ? null : new Entry(named, Objects.requireNonNullElse(end, Upstream.On.SUCCESS));
    }

    private boolean isNew(Entry entry, Field after, List<Upstream> before) {
        boolean known = before.stream().anyMatch(upstream -> upstream.job().equals(entry.job.text()));
        if (known) {
            values.reading().mistake(entry.job.span(),
                    after.label() + " names \"" + entry.job.text() + "\" twice", "keep one");
        }
        return !known;
    }

    static void write(List<Upstream> after, YamlWriter out) {
        List<String> names = after.stream().map(Upstream::job).toList();
        if (after.stream().allMatch(upstream -> upstream.on() == Upstream.On.SUCCESS)) {
            switch (names.size()) {
                case 0 -> {
                    // It comes after none.
                }
                case 1 -> out.text("after", names.getFirst());
                default -> out.list("after", names);
            }
            return;
        }
        out.open("after");
        for (Upstream upstream : after) {
            out.openItem();
            out.text("job", upstream.job());
            if (upstream.on() != Upstream.On.SUCCESS) {
                out.text("on", upstream.on().word());
            }
            out.close();
        }
        out.close();
    }
}
