package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.supertask.job.Job;

/// A timetable in the concise form, whatever form it was read from: what all jobs share is said once, paths are
/// written from the folder of the text. What came of comments, anchors and defaults is gone.
public final class ConciseText {
    /// Keys of values that have types.
    private static final Set<String> TYPED = Set.of("params", "json");

    private final String folder;
    private final boolean sharedZone;
    private final Map<String, String> sharedEnv;

    private ConciseText(List<Yaml.Mapping> jobs, Path folder, boolean sharedZone) {
        this.folder = folder.toString();
        this.sharedZone = sharedZone;
        this.sharedEnv = jobs.size() < 2 ? Map.of() : common(jobs);
    }

    /// The text of a timetable, which reads back to equal jobs.
    ///
    /// @param folder where the text is going to lie, an absolute path
    public static String write(Timetable timetable, Path folder) {
        List<Job> jobs = timetable.jobs();
        List<Yaml.Mapping> trees = jobs.stream().map(ConciseText::tree).toList();
        boolean oneZone = jobs.stream().map(Job::zone).distinct().count() == 1;
        ConciseText text = new ConciseText(trees, folder, oneZone);
        YamlWriter head = new YamlWriter();
        if (timetable.namespace() != null) {
            head.text("namespace", timetable.namespace());
        }
        text.meta(timetable, head);
        if (oneZone) {
            head.text("timezone", jobs.getFirst().zone().getId());
        }
        text.env(text.sharedEnv, head);
        String begin = head.text().isEmpty() ? "" : head.text() + "\n";
        String written = begin + trees.stream().map(text::job).collect(Collectors.joining("\n", "jobs:\n", ""));
        return Unexpanded.restore(written);
    }

    /// A job as [JobText] has it, without its name.
    private static Yaml.Mapping tree(Job job) {
        Reading reading = new Reading(new SourceText("job", JobText.write(job)));
        if (TreeReader.read(reading) instanceof Yaml.Mapping map) {
            return map;
        }
        throw new IllegalStateException("job " + job.name() + " has no text");
    }

    private void meta(Timetable timetable, YamlWriter out) {
        if (timetable.title().isEmpty() && timetable.authors().isEmpty()) {
            return;
        }
        out.open("meta");
        if (!timetable.title().isEmpty()) {
            out.text("title", timetable.title());
        }
        if (!timetable.authors().isEmpty()) {
            out.list("authors", timetable.authors());
        }
        out.close();
    }

    /// The variables that every job sets to the same.
    private static Map<String, String> common(List<Yaml.Mapping> jobs) {
        Map<String, String> common = null;
        for (Yaml.Mapping job : jobs) {
            Map<String, String> own = env(job.entries().getFirst().value());
            if (common == null) {
                common = new LinkedHashMap<>(own);
            } else {
                common.entrySet().retainAll(own.entrySet());
            }
        }
        return common == null ? Map.of() : common;
    }

    private static Map<String, String> env(Yaml keys) {
        Map<String, String> env = new LinkedHashMap<>();
        if (keys instanceof Yaml.Mapping map) {
            map.entries().stream().filter(entry -> entry.key().text().equals("env"))
                    .map(Yaml.Entry::value).filter(Yaml.Mapping.class::isInstance).map(Yaml.Mapping.class::cast)
                    .flatMap(variables -> variables.entries().stream())
                    .forEach(variable -> env.put(variable.key().text(), text(variable.value())));
        }
        return env;
    }

    private String job(Yaml.Mapping tree) {
        YamlWriter out = new YamlWriter();
        out.open("jobs");
        Yaml.Entry job = tree.entries().getFirst();
        out.open(job.key().text());
        if (job.value() instanceof Yaml.Mapping keys) {
            for (Yaml.Entry entry : keys.entries()) {
                boolean shared = switch (entry.key().text()) {
                    case "timezone" -> sharedZone;
                    case "working-dir" -> text(entry.value()).equals(folder);
                    default -> false;
                };
                if (!shared) {
                    entry(entry, keys, sharedEnv, out);
                }
            }
        }
        return out.text().substring("jobs:\n".length());
    }

    private void entry(Yaml.Entry entry, Yaml.Mapping around, Map<String, String> without, YamlWriter out) {
        String key = entry.key().text();
        switch (entry.value()) {
            case Yaml.Mapping map when key.equals("env") -> {
                Map<String, String> own = new HashMap<>(env(around));
                own.entrySet().removeAll(without.entrySet());
                Map<String, String> ordered = new LinkedHashMap<>(env(around));
                ordered.keySet().retainAll(own.keySet());
                env(ordered, out);
            }
            case Yaml.Mapping map when TYPED.contains(key) -> out.literal(key, Literals.flow(map));
            case Yaml.Mapping map -> {
                out.open(key);
                map.entries().forEach(each -> value(key, each, map, out));
                out.close();
            }
            case Yaml.Sequence list when key.equals("args") && has(around, "call") ->
                out.literal(key, Literals.flow(list));
            case Yaml.Sequence list when TYPED.contains(key) -> out.literal(key, Literals.flow(list));
            case Yaml.Sequence list when list.items().stream().anyMatch(Yaml.Mapping.class::isInstance) ->
                items(key, list, out);
            case Yaml.Sequence list -> out.list(key, texts(list));
            case Yaml.Scalar scalar when TYPED.contains(key) -> out.literal(key, Literals.flow(scalar));
            case Yaml.Scalar scalar -> out.text(key, switch (key) {
                case "script", "call", "working-dir", "file", "output-file", "body-file", "ca" -> path(scalar.text());
                default -> scalar.text();
            });
            case Yaml.Broken broken -> throw new IllegalStateException("broken: " + broken);
        }
    }

    /// The arguments of a function have types; all else is text.
    private void value(String key, Yaml.Entry entry, Yaml.Mapping around, YamlWriter out) {
        if (key.equals("kwargs")) {
            out.literal(entry.key().text(), Literals.flow(entry.value()));
        } else if (key.equals("headers") || key.equals("outputs")) {
            out.text(entry.key().text(), text(entry.value()));
        } else {
            entry(entry, around, Map.of(), out);
        }
    }

    private void items(String key, Yaml.Sequence list, YamlWriter out) {
        out.open(key);
        for (Yaml item : list.items()) {
            if (item instanceof Yaml.Mapping map) {
                out.openItem();
                map.entries().forEach(entry -> entry(entry, map, Map.of(), out));
                out.close();
            }
        }
        out.close();
    }

    private void env(Map<String, String> variables, YamlWriter out) {
        if (!variables.isEmpty()) {
            out.open("env");
            variables.forEach(out::text);
            out.close();
        }
    }

    /// A path below the folder is written from there, unless it would look like another one then.
    private String path(String path) {
        String start = folder.endsWith("/") ? folder : folder + "/";
        String rest = path.startsWith(start) ? path.substring(start.length()) : "";
        return rest.isBlank() || rest.startsWith("~") ? path : rest;
    }

    private static boolean has(Yaml.Mapping map, String key) {
        return map.entries().stream().anyMatch(entry -> entry.key().text().equals(key));
    }

    private static List<String> texts(Yaml.Sequence list) {
        List<String> texts = new ArrayList<>();
        list.items().forEach(item -> texts.add(text(item)));
        return texts;
    }

    private static String text(Yaml value) {
        return value instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }
}
