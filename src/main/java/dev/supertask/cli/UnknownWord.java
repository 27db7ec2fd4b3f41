package dev.supertask.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import dev.supertask.problem.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// A word on the command line that means nothing where it stands, and what it was probably meant to be.
///
/// @param word as typed
/// @param line the command that was given it
record UnknownWord(String word, CommandLine line) {

    String message() {
        if (word.startsWith("-")) {
            String name = word.replaceFirst("=.*", "");
            return told("unknown option \"" + name + "\"", option(name));
        }
        return line.getParent() == null
                ? told("unknown command \"" + word + "\"", command())
                : told("unexpected word \"" + word + "\"", null);
    }

    private static String told(String what, @Nullable String remedy) {
        return remedy == null ? what : what + " · " + remedy;
    }

    private @Nullable String option(String name) {
        boolean elsewhere = line.getParent() == null
                && commands().anyMatch(command -> command.getCommandSpec().findOption(name) != null);
        return elsewhere ? "write it behind the command" : Nearest.hint(name, options());
    }

    private @Nullable String command() {
        List<String> names = commands().map(CommandLine::getCommandName).toList();
        String hint = Nearest.hint(word, names);
        if (hint != null) {
            return hint;
        }
        if (word.matches(".*[.](yaml|yml|json)")) {
            return "\"supertask run --file " + word + "\" runs a timetable";
        }
        List<String> parts = names.stream().filter(name -> Nearest.to(word, Arrays.asList(name.split("-"))).isPresent())
                .toList();
        return parts.isEmpty() ? null : "did you mean \"" + String.join("\" or \"", parts) + "\"?";
    }

    private Stream<CommandLine> commands() {
        return line.getSubcommands().values().stream().filter(command -> !command.getCommandSpec().usageMessage()
                .hidden());
    }

    private Collection<String> options() {
        return line.getCommandSpec().options().stream().flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--")).sorted().toList();
    }
}
