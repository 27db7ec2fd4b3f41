package dev.supertask.cli;

import java.util.Locale;

import dev.supertask.wire.FindingJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;

/// What a look at one thing found.
///
/// @param check what was looked at
/// @param result how it is
/// @param text what was found
/// @param remedy what to do, or null
record Finding(String check, Result result, String text, @Nullable String remedy) {

    enum Result {
        OK, WARNING, PROBLEM;

        private Style colour() {
            return switch (this) {
                case OK -> Style.fg_green;
                case WARNING -> Style.fg_yellow;
                case PROBLEM -> Style.fg_red;
            };
        }
    }

    static Finding ok(String check, String text) {
        return new Finding(check, Result.OK, text, null);
    }

    static Finding warning(String check, String text, @Nullable String remedy) {
        return new Finding(check, Result.WARNING, text, remedy);
    }

    static Finding problem(String check, String text, @Nullable String remedy) {
        return new Finding(check, Result.PROBLEM, text, remedy);
    }

    FindingJson json() {
        return new FindingJson(check, word(), text, remedy);
    }

    Cell cell() {
        return new Cell(word(), word().length(), result.colour());
    }

    private String word() {
        return result.name().toLowerCase(Locale.ROOT);
    }
}
