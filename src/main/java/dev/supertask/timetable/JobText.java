package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.supertask.job.Job;
import dev.supertask.problem.Refusal;

/// One resolved job as text: its name with its keys under it, as it could stand under `jobs` of a
/// timetable, saying all that it would otherwise take from its surroundings.
public final class JobText {
    private JobText() {}

    /// The job's text. Equal jobs have equal texts, and [#read] makes an equal job of it.
    public static String write(Job job) {
        return JobWriter.write(job);
    }

    /// Reads the texts of many jobs as [#read] does; what is equal in them is one object.
    public static Function<String, Job> reader() {
        Alike alike = new Alike();
        return text -> alike.of(read(text));
    }

    /// The job of a text that [#write] made.
    ///
    /// @throws Refusal when it is none
    public static Job read(String text) {
        Reading reading = new Reading(new SourceText("job", text));
        Yaml root = TreeReader.read(reading);
        Optional<Job> job = Optional.empty();
        if (root instanceof Yaml.Mapping map && map.entries().size() == 1) {
            Yaml.Entry only = map.entries().getFirst();
            Surroundings nowhere = new Surroundings(Path.of("/"), ZoneOffset.UTC, Map.of());
            job = new JobReader(Part.alone(reading, nowhere)).read(only.key(), only.value(), Defaults.of(nowhere));
        }
        reading.problems().throwIfRefused();
        return job.orElseThrow(() -> Refusal.mistake("this is not the text of one job", null));
    }
}
