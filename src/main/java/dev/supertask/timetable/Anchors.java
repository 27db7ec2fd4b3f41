package dev.supertask.timetable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

import dev.supertask.problem.Nearest;
import org.jspecify.annotations.Nullable;

/// The anchors (`&name`) of a text, for its aliases (`*name`). Counts what the aliases unfold to, so
/// that a small text cannot become a huge one.
final class Anchors {
    private static final long MAX_UNFOLDED = 5_000_000;

    private final Reading reading;
    private final Map<String, Yaml> named = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final IdentityHashMap<Yaml, Long> sizes = new IdentityHashMap<>();
    private long unfolded;

    Anchors(Reading reading) {
        this.reading = reading;
    }

    /// A node with this anchor begins.
    void open(@Nullable String anchor) {
        if (anchor != null) {
            open.add(anchor);
        }
    }

    /// The node with this anchor has ended.
    void close(@Nullable String anchor, Yaml node) {
        if (anchor != null) {
            open.remove(anchor);
            named.put(anchor, node);
            sizes.put(node, size(node));
        }
    }

    /// What an alias stands for; broken, with a mistake told, where it stands for nothing.
    Yaml follow(String alias, Span at) {
        Yaml node = named.get(alias);
        if (open.contains(alias)) {
            throw new Unreadable(at, "alias \"*" + alias + "\" stands inside the value that it repeats",
                    null);
        }
        if (node == null) {
            String near = Nearest.to(alias, named.keySet()).map(n -> "did you mean \"*" + n + "\"?")
                    .orElse(null);
            reading.mistake(at, "alias \"*" + alias + "\" repeats nothing",
                    near != null
                            ? near
                            : "quote the value if it begins with \"*\", or name one with \"&" + alias
                                    + "\" before it");
            return new Yaml.Broken(at);
        }
        unfolded += sizes.getOrDefault(node, 1L);
        if (unfolded > MAX_UNFOLDED) {
            throw new Unreadable(at, "the aliases of this text unfold to more than 5 million values",
                    "write out what is meant");
        }
        return node;
    }

    /// How many values a node holds; what was counted before is not counted again, so that nested
    /// aliases cost nothing.
    private long size(Yaml node) {
        Long known = sizes.get(node);
        if (known != null) {
            return known;
        }
        return switch (node) {
            case Yaml.Scalar scalar -> 1;
            case Yaml.Broken broken -> 1;
            case Yaml.Sequence list -> 1 + list.items().stream().mapToLong(this::size).sum();
            case Yaml.Mapping map -> 1 + map.entries().stream().mapToLong(e -> 1 + size(e.value())).sum();
        };
    }
}
