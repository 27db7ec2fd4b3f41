package dev.supertask.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
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
        if (!(mistake instanceof UnmatchedArgumentException unmatched)) {
            String text = mistake.getMessage();
            return text == null || text.isEmpty()
                    ? "wrong usage"
                    : Character.toLowerCase(text.charAt(0)) + text.substring(1);
        }
        String word = unmatched.getUnmatched().getFirst();
        String name = word.startsWith("-") ? word.replaceFirst("=.*", "") : word;
        boolean option = word.startsWith("-");
        boolean root = line.getParent() == null;
        String kind = option ? "unknown option" : root ? "unknown command" : "unexpected word";
        String hint = Nearest.hint(name, option ? options(line) : root ? commands(line) : List.of());
        return kind + " \"" + name + "\"" + (hint == null ? "" : " · " + hint);
    }

    private static List<String> options(CommandLine line) {
        return line.getCommandSpec().options().stream().flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--")).sorted(Comparator.naturalOrder()).collect(Collectors.toList());
    }

    private static List<String> commands(CommandLine line) {
        return List.copyOf(line.getSubcommands().keySet());
    }
}
