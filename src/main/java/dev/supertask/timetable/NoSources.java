package dev.supertask.timetable;

import java.util.List;
import java.util.Optional;

import dev.supertask.problem.Refusal;

/// Nothing but the one text that is read.
record NoSources() implements Sources {

    @Override
    public Source find(Source from, String name) {
        throw Refusal.mistake("\"" + name + "\" is another text, and this one stands alone", null);
    }

    @Override
    public Optional<Source> ifThere(Source from, String name) {
        return Optional.empty();
    }

    @Override
    public List<Source> matching(Source from, String pattern) {
        return List.of(find(from, pattern));
    }
}
