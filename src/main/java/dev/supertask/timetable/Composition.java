package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.supertask.problem.Problems;
import dev.supertask.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// A timetable put together from one text or several: reads each, and knows what no single one can know.
final class Composition {
    private static final Timetable NOTHING = new Timetable(null, "", List.of(), List.of(), List.of());
    /// The file beside a text that its `${NAME}`s are taken from.
    private static final String BESIDE = ".env";

    private final Surroundings around;
    private final Sources sources;
    private final List<TextForm> forms;
    private final Chain chain = new Chain();
    private final Includes includes = new Includes(this);
    private final Problems placeless = new Problems();
    private final List<Reading> readings = new ArrayList<>();
    private final Map<String, Map<String, String>> variables = new HashMap<>();
    private final Map<String, Named> jobs = new HashMap<>();

    /// Where a job has its name.
    private record Named(Reading reading, Span at) {}

    /// @param around what the text that was named is resolved against
    /// @param forms what texts may be besides YAML
    Composition(Surroundings around, Sources sources, List<TextForm> forms) {
        this.around = around;
        this.sources = sources;
        this.forms = List.copyOf(forms);
    }

    Sources sources() {
        return sources;
    }

    Includes includes() {
        return includes;
    }

    /// What its jobs say of each other.
    Chain chain() {
        return chain;
    }

    /// The timetable of a text and of all that it includes.
    ///
    /// @throws Refusal with every mistake of every text, text after text
    Timetable read(Source text) {
        Timetable read = read(top(text, reading(text)));
        chain.check(jobs.keySet());
        Problems all = new Problems();
        placeless.inReadingOrder().forEach(all::add);
        readings.forEach(reading -> reading.problems().inReadingOrder().forEach(all::add));
        all.throwIfRefused();
        return new Timetable(read.namespace(), read.title(), read.authors(), read.jobs(), all.inReadingOrder());
    }

    /// What one text declares, with what it includes; its mistakes are told.
    Timetable read(Part part) {
        try {
            for (TextForm form : forms) {
                if (form.fits(part.text())) {
                    return other(form, part);
                }
            }
            return Kind.of(part.text()).read(part);
        } catch (Refusal refusal) {
            refusal.problems().forEach(part.reading().problems()::add);
            return NOTHING;
        }
    }

    private Timetable other(TextForm form, Part part) {
        Reading reading = part.reading();
        Timetable read = form.read(part.text(),
                new Surroundings(part.text().folder(), part.inherited().zone(), around.environment(), around.now()));
        read.warnings().forEach(reading.problems()::add);
        read.jobs().forEach(job -> names(reading, job.name(), new Span(0, 0, 0, 1)));
        return read;
    }

    /// The text that was named.
    Part top(Source text, Reading reading) {
        return new Part(text, reading, around, Defaults.of(around), true,
                Variables.of(around.environment(), () -> beside(text)), this, null);
    }

    /// Begins to read a text.
    Reading reading(Source text) {
        String content = text.text();
        Reading reading = new Reading(new SourceText(text.name(),
                content.startsWith("\uFEFF") ? content.substring(1) : content));
        readings.add(reading);
        return reading;
    }

    /// Whether anything was found so far for which the whole is refused.
    boolean refused() {
        return placeless.refuse() || readings.stream().anyMatch(reading -> reading.problems().refuse());
    }

    /// Whether no text before has a job of this name; else that is told.
    boolean names(Reading reading, String job, Span at) {
        @Nullable
        Named first = jobs.putIfAbsent(job, new Named(reading, at));
        if (first != null) {
            reading.mistake(at, "job \"" + job + "\" is given twice", "it stands at "
                    + first.reading.source().position(first.at).place() + " already; keep one");
        }
        return first == null;
    }

    /// The variables of a file; what is wrong in it is told once.
    Map<String, String> variables(Source file, boolean forJobs) {
        String key = (forJobs ? "+" : "-") + file.id();
        Map<String, String> known = variables.get(key);
        if (known == null) {
            known = DotenvReader.read(reading(file), forJobs);
            variables.put(key, known);
        }
        return known;
    }

    /// The variables of the `.env` beside a text; one of the network has none.
    Map<String, String> beside(Source text) {
        if (text.address() != null) {
            return Map.of();
        }
        try {
            return sources.ifThere(text, BESIDE).map(file -> variables(file, false)).orElse(Map.of());
        } catch (Refusal refusal) {
            refusal.problems().forEach(placeless::add);
            return Map.of();
        }
    }
}
