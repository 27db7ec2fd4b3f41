package dev.supertask.timetable;

import java.util.List;

/// The raw tree: YAML as it was written, with positions, aliases followed and merge keys resolved.
/// Every scalar is text; what it means is decided by the key that it stands under.
sealed interface Yaml {

    Span span();

    /// What people call it, with its article.
    String kind();

    /// Text.
    ///
    /// @param plain whether it is written without quotes; only then can it mean "nothing"
    record Scalar(Span span, String text, boolean plain) implements Yaml {
        /// Whether it stands for no value at all, by the core schema of YAML 1.2.
        boolean isNothing() {
            return plain && switch (text) {
                case "", "~", "null", "Null", "NULL" -> true;
                default -> false;
            };
        }

        @Override
        public String kind() {
            return "text";
        }
    }

    /// A list.
    record Sequence(Span span, List<Yaml> items) implements Yaml {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /// A map. Keys that stand twice are still in it twice: whoever reads it knows how to say so.
    record Mapping(Span span, List<Entry> entries) implements Yaml {
        @Override
        public String kind() {
            return "a map";
        }
    }

    /// What could not be understood and was told already; whoever meets it keeps silent.
    record Broken(Span span) implements Yaml {
        @Override
        public String kind() {
            return "broken";
        }
    }

    /// One `key: value` of a map.
    record Entry(Scalar key, Yaml value) {}
}
