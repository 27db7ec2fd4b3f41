package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The merge key of one map: `<<: *base` or `<<: [*a, *b]` adds what the map does not say itself;
/// of several maps the earlier one wins.
final class Merge {
    private final Reading reading;
    private final List<Yaml.Mapping> bases = new ArrayList<>();

    Merge(Reading reading) {
        this.reading = reading;
    }

    static boolean isKey(Yaml.Scalar key) {
        return key.plain() && key.text().equals("<<");
    }

    void add(Yaml value) {
        switch (value) {
            case Yaml.Mapping map -> bases.add(map);
            case Yaml.Sequence list -> list.items().forEach(this::addOne);
            case Yaml.Scalar scalar -> addOne(scalar);
            case Yaml.Broken broken -> addOne(broken);
        }
    }

    private void addOne(Yaml value) {
        if (value instanceof Yaml.Mapping map) {
            bases.add(map);
        } else if (!(value instanceof Yaml.Broken)) {
            reading.mistake(value.span(), "\"<<\" merges maps, but this is " + value.kind(),
                    "write an alias of a map: \"<<: *base\"");
        }
    }

    List<Yaml.Entry> into(List<Yaml.Entry> own) {
        if (bases.isEmpty()) {
            return List.copyOf(own);
        }
        List<Yaml.Entry> all = new ArrayList<>(own);
        Set<String> known = new HashSet<>();
        own.forEach(entry -> known.add(entry.key().text()));
        for (Yaml.Mapping base : bases) {
            base.entries().stream().filter(entry -> known.add(entry.key().text())).forEach(all::add);
        }
        return List.copyOf(all);
    }
}
