package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.job.Job;
import dev.supertask.problem.Nearest;
import dev.supertask.problem.Warning;
import org.jspecify.annotations.Nullable;

/// Reads the timetables of the Python original, which list their jobs as `tasks`.
final class OriginalReader {
    private static final String VERSION = "1";

    private final Reading reading;
    private final Values values;
    private final OriginalTaskReader tasks;

    OriginalReader(Reading reading, Surroundings around) {
        this.reading = reading;
        this.values = new Values(reading);
        this.tasks = new OriginalTaskReader(values, around);
    }

    /// Whether a timetable is of this form.
    static boolean recognises(Yaml.Mapping root) {
        return root.entries().stream().anyMatch(entry -> entry.key().text().equals("tasks"));
    }

    /// The timetable; without what has mistakes, which are told.
    Timetable read(Yaml.Mapping root) {
        Fields top = Fields.of(withoutJobs(root), "", OtherKeys.ORIGINAL, reading);
        Field about = top.get("meta");
        Yaml.Mapping map = about == null ? null : values.map(about, "write {type: supertask-timetable, version: 1}");
        Fields meta = meta(map == null ? new Yaml.Mapping(root.span(), List.of()) : map);
        Field namespace = meta.get("namespace");
        Field title = meta.get("title");
        Field authors = meta.get("authors");
        checkVersion(meta.get("version"));
        String words = title == null ? "" : values.text(title);
        return new Timetable(namespace == null ? null : TimetableReader.namespace(namespace, values),
                words == null ? "" : words,
                authors == null ? List.of() : values.texts(authors, "write [NAME, …]"), tasks(top.get("tasks")),
                reading.problems().inReadingOrder());
    }

    private Yaml.Mapping withoutJobs(Yaml.Mapping root) {
        List<Yaml.Entry> entries = new ArrayList<>(root.entries());
        entries.removeIf(entry -> {
            boolean jobs = entry.key().text().equals("jobs");
            if (jobs) {
                reading.mistake(entry.key().span(), "\"jobs\" cannot stand beside \"tasks\"",
                        "\"tasks\" is the form of the Python original; make it two files, or see \"supertask convert\"");
            }
            return jobs;
        });
        return new Yaml.Mapping(root.span(), entries);
    }

    /// The original takes any key here, so that only those near to one that means something are mistakes.
    private Fields meta(Yaml.Mapping map) {
        List<Yaml.Entry> known = new ArrayList<>();
        for (Yaml.Entry entry : map.entries()) {
            String key = entry.key().text();
            boolean means = OtherKeys.ORIGINAL_META.known().contains(key);
            if (means || Nearest.to(key, OtherKeys.ORIGINAL_META.known()).isPresent()) {
                known.add(entry);
            } else {
                reading.warning(Warning.IGNORED, reading.source().position(entry.key().span()),
                        "\"" + key + "\" in \"meta\" means nothing here", null);
            }
        }
        return Fields.of(new Yaml.Mapping(map.span(), known), " in \"meta\"", OtherKeys.ORIGINAL_META, reading);
    }

    private void checkVersion(@Nullable Field field) {
        Yaml.Scalar version = field == null ? null : values.scalar(field);
        if (version != null && !version.text().equals(VERSION)) {
            reading.mistake(version.span(), "version \"" + version.text() + "\" of the form is not known",
                    "write version " + VERSION + ", if that is what it is");
        }
    }

    private List<Job> tasks(@Nullable Field field) {
        if (field == null) {
            return List.of();
        }
        if (!(field.value() instanceof Yaml.Sequence list)) {
            values.texts(field, "write \"- meta: {id: NAME}\" and what belongs to it for each task"); // it is no list
            return List.of();
        }
        if (list.items().isEmpty()) {
            reading.mistake(list.span(), "\"tasks\" is an empty list", "add at least one task");
        }
        List<Job> jobs = new ArrayList<>();
        Map<String, Span> names = new HashMap<>();
        for (int number = 1; number <= list.items().size(); number++) {
            Yaml item = list.items().get(number - 1);
            Optional<OriginalTaskReader.Task> task = tasks.read(number, item);
            task.flatMap(OriginalTaskReader.Task::job).ifPresent(jobs::add);
            task.ifPresent(read -> refuseTwice(read.id(), names));
        }
        return jobs;
    }

    private void refuseTwice(Yaml.Scalar id, Map<String, Span> names) {
        Span first = names.putIfAbsent(id.text(), id.span());
        if (first != null) {
            reading.mistake(id.span(), "task \"" + id.text() + "\" is given twice", "it stands at "
                    + (first.line() + 1) + ":" + (first.column() + 1) + " already; give each its own \"id\"");
        }
    }
}
