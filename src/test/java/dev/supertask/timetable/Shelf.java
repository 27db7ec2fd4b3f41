package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.Step;
import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Position;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.problem.Warning;
import dev.supertask.schedule.Once;

/// Texts by their paths, as if they were files below `/srv/ops`.
record Shelf(Map<String, String> texts) implements Sources {
    private static final Path ROOT = Path.of("/srv/ops");

    /// @param pathsAndTexts a path, its text, a path, its text, …; the first is the one that is read
    static Shelf of(String... pathsAndTexts) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return new Shelf(texts);
    }

    Timetable read(String name) {
        return TimetableText.read(source(name), Texts.AROUND, this, List.of(new PlainList()));
    }

    /// Files called `….list` name jobs, one a line; a line `!` is a mistake.
    private record PlainList() implements TextForm {
        @Override
        public boolean fits(Source text) {
            return text.name().endsWith(".list");
        }

        @Override
        public Timetable read(Source text, Surroundings around) {
            if (text.text().startsWith("!")) {
                throw new Refusal(ExitCode.MISTAKE,
                        List.of(Problem.at(new Position(text.name(), 1, 1, 1, "!"), "this is no name", null)));
            }
            return new Timetable(null, "", List.of(), text.text().lines().map(
                    name -> new Job(name, "", List.of(), List.of(new Once()), around.zone(), true,
                            new Step(new Payload.Shell("date"), new Place.ThisMachine(around.folder(), Map.of())),
                            Policies.DEFAULT))
                    .toList(),
                    List.of(Problem.warning(Warning.NO_MAIL, new Position(text.name(), 1, 1, 1, "x"),
                            "no mail is sent", null)));
        }
    }

    /// That the text of that name is refused with exactly these words.
    void refused(String name, String words) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(name));
        assertEquals(words.stripTrailing().replace("{the keys of jobs}", Keys.JOB.list()), refusal.getMessage());
        assertEquals(ExitCode.MISTAKE, refusal.exitCode());
    }

    private Source source(String name) {
        Path path = ROOT.resolve(name);
        return new Source(name, path.toString(), Optional.ofNullable(path.getParent()).orElse(ROOT),
                Optional.ofNullable(texts.get(name)).orElseThrow(
                        () -> Refusal.mistake("there is no file \"" + name + "\"", null)));
    }

    private static String resolve(Source from, String name) {
        return ROOT.relativize(from.folder().resolve(name).normalize()).toString();
    }

    @Override
    public Source find(Source from, String name) {
        return source(resolve(from, name));
    }

    @Override
    public Optional<Source> ifThere(Source from, String name) {
        return Optional.of(resolve(from, name)).filter(texts::containsKey).map(this::source);
    }

    @Override
    public List<Source> matching(Source from, String pattern) {
        if (!pattern.contains("*")) {
            return List.of(find(from, pattern));
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + resolve(from, pattern));
        return texts.keySet().stream().filter(name -> matcher.matches(Path.of(name))).map(this::source).toList();
    }
}
