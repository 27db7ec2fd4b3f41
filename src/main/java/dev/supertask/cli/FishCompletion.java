package dev.supertask.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Writes the completion for fish.
///
/// @param completion what can be completed
record FishCompletion(Completion completion) {
    private static final String HEAD = """
            # Completion of supertask for fish. Load it with: supertask completion fish | source
            function __supertask_live
                set -l around
                set -l words (commandline -opc)
                for i in (seq 2 (count $words))
                    switch $words[$i]
                        case --ns --store
                            # The last one has no value yet: it is what is being completed.
                            test $i -lt (count $words); and set -a around $words[$i..(math $i + 1)]
                        case '--ns=*' '--store=*'
                            set -a around $words[$i]
                    end
                end
                supertask complete $argv[1] $around 2>/dev/null
            end

            complete -c supertask -f
            """;

    String text() {
        return HEAD + Stream.concat(Stream.of(root()), completion.commands().stream().map(this::command))
                .collect(Collectors.joining("\n"));
    }

    private String root() {
        String commands = completion.commands().stream()
                .map(command -> "complete -c supertask -n __fish_use_subcommand -a " + command.name() + " -d "
                        + quoted(Completion.brief(command.usageMessage().description())) + "\n")
                .collect(Collectors.joining());
        return commands + options(completion.root(), "__fish_use_subcommand");
    }

    private String command(CommandSpec command) {
        String seen = quoted("__fish_seen_subcommand_from " + command.name());
        String words = Completion.words(command)
                .map(value -> "complete -c supertask -n " + seen + value(value) + "\n").orElse("");
        return words + options(command, seen);
    }

    private static String options(CommandSpec command, String condition) {
        return Completion.options(command).stream()
                .map(option -> "complete -c supertask -n " + condition + names(option)
                        + Completion.value(option).map(value -> " -r" + value(value)).orElse("") + " -d "
                        + quoted(Completion.brief(option.description())) + "\n")
                .collect(Collectors.joining());
    }

    private static String names(OptionSpec option) {
        return Arrays.stream(option.names())
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
    }

    private static String value(Completion.Value value) {
        return switch (value) {
            case Completion.Value.Words words -> " -f -a " + quoted(String.join(" ", words.words()));
            case Completion.Value.Live live -> " -f -a " + quoted("(__supertask_live " + live.list() + ")");
            case Completion.Value.Files _ -> " -F";
            case Completion.Value.Folders _ -> " -f -a '(__fish_complete_directories)'";
            case Completion.Value.Text _ -> " -f";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
