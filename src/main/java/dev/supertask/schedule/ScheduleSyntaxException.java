package dev.supertask.schedule;

import java.util.List;
import java.util.stream.Collectors;

/// A text is no schedule; carries everything that is wrong with it.
public final class ScheduleSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final transient List<ScheduleMistake> mistakes;

    ScheduleSyntaxException(String text, List<ScheduleMistake> mistakes) {
        super(mistakes.stream().map(ScheduleMistake::message).collect(Collectors.joining("; ")));
        this.text = text;
        this.mistakes = List.copyOf(mistakes);
    }

    /// The text as it was given.
    public String text() {
        return text;
    }

    /// What is wrong with it, at least one, in reading order.
    public List<ScheduleMistake> mistakes() {
        return mistakes;
    }
}
