package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Job;
import dev.supertask.problem.Position;

/// Reads the texts that `include` names.
final class Includes {
    /// Nobody writes that by hand: a text that makes up the next one's name would go on for ever.
    private static final int MAX_DEPTH = 20;
    private static final int MAX_TEXTS = 10_000;

    private final Composition whole;
    private final Map<String, Position> included = new HashMap<>();

    Includes(Composition whole) {
        this.whole = whole;
    }

    /// The jobs of all texts that a field names.
    ///
    /// @param from the text that it stands in
    /// @param own what holds for that text's jobs, and for theirs where they say nothing
    /// @param theirFolder whether their jobs work in their folders
    List<Job> read(Part from, Field field, Defaults own, boolean theirFolder) {
        List<Job> jobs = new ArrayList<>();
        Reading reading = from.reading();
        for (Yaml.Scalar name : new Values(reading).oneOrMore(field)) {
            Position at = reading.source().position(name.span());
            List<Source> found = reading.parse(name, 0, text -> whole.sources().matching(from.text(), text),
                    name.text());
            for (Source text : found == null ? List.<Source>of() : found) {
                if (mayBeIncluded(text, from, at)) {
                    jobs.addAll(whole.read(from.included(text, at, own, theirFolder)).jobs());
                }
            }
        }
        return jobs;
    }

    private boolean mayBeIncluded(Source text, Part from, Position at) {
        List<String> chain = new ArrayList<>(List.of(at.place()));
        Part part = from;
        while (!part.text().id().equals(text.id())) {
            Part.Includer includer = part.includer();
            if (includer == null) {
                return isNew(text, from, at, chain.size());
            }
            chain.addFirst(includer.at().place());
            part = includer.part();
        }
        from.reading().mistake(at, "\"" + part.text().name() + "\" includes itself: " + String.join(", ", chain),
                chain.size() == 1 ? "remove it" : "remove one of these");
        return false;
    }

    private boolean isNew(Source text, Part from, Position at, int depth) {
        Position before = included.putIfAbsent(text.id(), at);
        if (before != null) {
            from.reading().mistake(at, "\"" + text.name() + "\" is included twice",
                    "it is included at " + before.place() + " already; keep one");
            return false;
        }
        if (depth > MAX_DEPTH || included.size() > MAX_TEXTS) {
            from.reading().mistake(at, "\"" + text.name() + "\" is one text too many",
                    "a timetable may include " + MAX_TEXTS + ", in chains of up to " + MAX_DEPTH);
            return false;
        }
        return true;
    }
}
