package dev.supertask.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.supertask.run.RunState;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What can be completed: the commands, their options, and what stands for a value.
///
/// @param root the program
record Completion(CommandSpec root) {

    /// What stands for a value.
    sealed interface Value {
        /// One of these words.
        record Words(List<String> words) implements Value {}

        /// What `supertask complete` lists under this name.
        record Live(String list) implements Value {}

        /// The path of a file.
        record Files() implements Value {}

        /// The path of a folder.
        record Folders() implements Value {}

        /// Anything.
        record Text() implements Value {}
    }

    /// The commands that the help shows, in its order.
    List<CommandSpec> commands() {
        return root.subcommands().values().stream().map(line -> line.getCommandSpec())
                .filter(spec -> !spec.usageMessage().hidden()).distinct().toList();
    }

    /// The options of a command, each with all of its names.
    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    /// What an option's value is; empty where it has none.
    static Optional<Value> value(OptionSpec option) {
        return option.arity().max() == 0 ? Optional.empty() : Optional.of(meant(option));
    }

    /// What the words of a command are; empty where it has none.
    static Optional<Value> words(CommandSpec command) {
        return command.positionalParameters().stream().findFirst().map((PositionalParamSpec word) -> meant(word));
    }

    /// Told by the words that the help has for it, so that a new command completes by itself.
    private static Value meant(ArgSpec arg) {
        if (!UsageMistakes.words(arg).isEmpty()) {
            return new Value.Words(UsageMistakes.words(arg));
        }
        return switch (arg.paramLabel()) {
            case "NS" -> new Value.Live("namespaces");
            case "JOB", "JOB|RUN" -> new Value.Live("jobs");
            case "STATE" -> new Value.Words(Stream.of(RunState.values()).map(RunState::word).toList());
            case "FILE" -> new Value.Files();
            case "DIR" -> new Value.Folders();
            case String _ -> new Value.Text();
        };
    }

    /// The first sentence that a command or an option says of itself.
    static String brief(String... description) {
        String text = String.join(" ", description).replace("${DEFAULT-VALUE}", "").strip();
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replaceFirst("[.:;,]$", "");
    }

    /// All names of all options of a command.
    static List<String> names(CommandSpec command) {
        List<String> names = new ArrayList<>();
        options(command).forEach(option -> names.addAll(Stream.of(option.names()).toList()));
        return names;
    }
}
