package dev.supertask.cli;

import dev.supertask.run.RunState;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/// Text in colour, where colour is wanted.
final class Paint {
    private Paint() {}

    static String text(Ansi ansi, String text, Style... styles) {
        return ansi.enabled() ? Style.on(styles) + text + Style.off(styles) : text;
    }

    static String state(Ansi ansi, RunState state) {
        return text(ansi, state.word(), of(state));
    }

    /// The colour of a state.
    static Style of(RunState state) {
        return switch (state) {
            case SUCCEEDED -> Style.fg_green;
            case FAILED, TIMED_OUT, LOST -> Style.fg_red;
            case STOPPED, SKIPPED, MISSED -> Style.fg_yellow;
            case QUEUED, RUNNING -> Style.fg_cyan;
        };
    }
}
