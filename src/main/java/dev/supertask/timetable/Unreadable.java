package dev.supertask.timetable;

import org.jspecify.annotations.Nullable;

/// Ends the reading of a text at a mistake behind which nothing can be understood.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span at;
    private final String message;
    private final transient @Nullable String remedy;

    Unreadable(Span at, String message, @Nullable String remedy) {
        super(message, null, false, false);
        this.at = at;
        this.message = message;
        this.remedy = remedy;
    }

    Span at() {
        return at;
    }

    String message() {
        return message;
    }

    @Nullable
    String remedy() {
        return remedy;
    }
}
