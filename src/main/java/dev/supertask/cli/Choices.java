package dev.supertask.cli;

import java.util.ArrayList;
import java.util.List;

/// Lists of what there is to choose from.
final class Choices {
    private Choices() {}

    /// Copies what picocli hands out one by one.
    static List<String> of(Iterable<String> words) {
        List<String> list = new ArrayList<>();
        words.forEach(list::add);
        return list;
    }
}
