package dev.supertask.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Answers wrong words on the command line: what is wrong, what was probably meant, where help is.
final class UsageMistakes implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine line = mistake.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        line.getErr().println("supertask: " + message(mistake, line) + " · see \"" + command + " --help\"");
        return ExitCode.MISTAKE.status();
    }

    private static String message(ParameterException mistake, CommandLine line) {
        return switch (mistake) {
            case UnmatchedArgumentException unmatched -> new UnknownWord(unmatched.getUnmatched().getFirst(), line)
                    .message();
            case OverwrittenOptionException twice ->
                name(twice.getOverwritten()) + " is given twice · keep one of them";
            case MissingParameterException missing -> missing(missing.getMissing(), line);
            default -> unfit(mistake);
        };
    }

    /// Of several that are missing the first is told: with it, the others are as good as known from the help.
    private static String missing(List<ArgSpec> missing, CommandLine line) {
        if (missing.isEmpty()) {
            return "a word is missing";
        }
        ArgSpec first = missing.getFirst();
        if (first.isPositional()) {
            return first.paramLabel() + " is missing · " + what(first);
        }
        boolean named = line.getParseResult() != null && line.getParseResult().originalArgs().stream()
                .anyMatch(word -> Arrays.asList(((OptionSpec) first).names()).contains(word.replaceFirst("=.*", "")));
        return name(first) + (named ? " has no value · write " : " is missing · write ") + name(first) + " "
                + first.paramLabel();
    }

    /// The first sentence of a description as a remedy.
    private static String what(ArgSpec arg) {
        String text = String.join(" ", arg.description()).replaceFirst("[.;](?:\\s.*)?$", "");
        return text.isEmpty() ? "write it" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /// A value that is none of its type.
    private static String unfit(ParameterException mistake) {
        ArgSpec arg = mistake.getArgSpec();
        String value = mistake.getValue();
        if (arg == null) {
            return "this is wrong usage";
        }
        // A converter of ours quotes as we do; the library's own have single quotes.
        if (mistake.getCause() instanceof TypeConversionException own
                && String.valueOf(own.getMessage()).indexOf('"') >= 0) {
            return name(arg) + ": " + own.getMessage();
        }
        String shown = value == null ? found(mistake) : value;
        if (arg.arity().max() == 0) {
            return name(arg) + " takes no value" + (shown == null ? "" : ", but has \"" + shown + "\"");
        }
        return name(arg) + (shown == null ? " has a value that does not fit" : " cannot be \"" + shown + "\"") + " · "
                + wanted(arg, shown);
    }

    private static String wanted(ArgSpec arg, @Nullable String value) {
        List<String> words = words(arg);
        if (!words.isEmpty()) {
            return Optional.ofNullable(value == null ? null : Nearest.hint(value, words))
                    .orElse("write one of " + String.join(", ", words));
        }
        boolean number = List.of(int.class, Integer.class, long.class, Long.class).contains(arg.auxiliaryTypes()[0]);
        return number ? "write a whole number" : "write " + arg.paramLabel();
    }

    /// The words that an option knows, or none where it takes any.
    static List<String> words(ArgSpec arg) {
        return arg.completionCandidates() == null
                ? List.of()
                : Choices.of(arg.completionCandidates()).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /// The library quotes the value in its own message, and forgets to hand it on.
    private static @Nullable String found(ParameterException mistake) {
        String text = String.valueOf(mistake.getMessage());
        int end = text.lastIndexOf('\'');
        int start = end < 1 ? -1 : text.lastIndexOf('\'', end - 1);
        return start < 0 ? null : text.substring(start + 1, end);
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
