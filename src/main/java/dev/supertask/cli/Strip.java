package dev.supertask.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.run.RunState;

/// The last runs of a job, a character each, the newest at the end: `...F..-.`. The characters differ without colour,
/// too.
final class Strip {
    private Strip() {}

    /// @param states their words, oldest first
    static Cell of(List<String> states) {
        List<RunState> runs = states.stream().map(RunState::of).toList();
        List<Cell.Span> spans = runs.stream().map(state -> new Cell.Span(1, Paint.of(state))).toList();
        return states.isEmpty()
                ? Cell.NONE
                : new Cell(runs.stream().map(Strip::sign).collect(Collectors.joining()), spans);
    }

    /// What the characters of some strips mean: `. succeeded  F failed`.
    static Cell legend(Stream<String> states) {
        List<String> meanings = new ArrayList<>();
        List<Cell.Span> spans = new ArrayList<>();
        states.map(RunState::of).distinct().sorted().forEach(state -> {
            meanings.add(sign(state) + " " + state.word());
            spans.add(new Cell.Span(meanings.getLast().length() + 2, Paint.of(state)));
        });
        return new Cell(String.join("  ", meanings), spans);
    }

    private static String sign(RunState state) {
        return switch (state) {
            case QUEUED -> "q";
            case RUNNING -> ">";
            case SUCCEEDED -> ".";
            case FAILED -> "F";
            case TIMED_OUT -> "T";
            case STOPPED -> "S";
            case LOST -> "L";
            case SKIPPED -> "-";
            case MISSED -> "m";
        };
    }
}
