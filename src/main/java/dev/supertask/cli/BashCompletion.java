package dev.supertask.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Model.CommandSpec;

/// Writes the completion for bash, and for zsh, which runs bash's.
///
/// @param completion what can be completed
record BashCompletion(Completion completion) {
    private static final String HEAD = """
            # Completion of supertask for bash. Load it with: source <(supertask completion bash)
            """;

    private static final String ZSH_HEAD = """
            #compdef supertask
            # Completion of supertask for zsh. Load it with: source <(supertask completion zsh)
            (( $+functions[compdef] )) || { autoload -U +X compinit && compinit; }
            autoload -U +X bashcompinit && bashcompinit
            """;

    private static final String BODY = """
            # What stands for a value: of an option of a command, or of the command's words.
            _supertask_value() {
                case "$1 $2" in
            @VALUES@
                    *) return 1 ;;
                esac
            }

            _supertask_options() {
                case "$1" in
            @OPTIONS@
                esac
            }

            _supertask() {
                local cur=${COMP_WORDS[COMP_CWORD]} command='' option='' kind='' word i
                local -a around=()
                [[ $cur == '=' ]] && cur=''
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word=${COMP_WORDS[i]}
                    [[ $word == '=' ]] && continue
                    # Behind it stands a command of the user's.
                    [[ $word == '--' ]] && { COMPREPLY=($(compgen -f -- "$cur")); return; }
                    if [[ -n $option ]]; then
                        case $option in --ns | --store) around+=("$option" "$word") ;; esac
                        option=''
                    elif [[ $word == -* ]]; then
                        _supertask_value "$command" "$word" >/dev/null && option=$word
                    elif [[ -z $command ]]; then
                        command=$word
                    fi
                done
                if [[ -n $option ]]; then
                    kind=$(_supertask_value "$command" "$option")
                elif [[ $cur == -* ]]; then
                    kind="words $(_supertask_options "$command")"
                elif [[ -z $command ]]; then
                    kind='words @COMMANDS@'
                else
                    kind=$(_supertask_value "$command" words)
                fi
                case $kind in
                    'words '*) COMPREPLY=($(compgen -W "${kind#words }" -- "$cur")) ;;
                    'live '*) COMPREPLY=($(compgen -W "$(supertask complete "${kind#live }" "${around[@]}" 2>/dev/null)" -- "$cur")) ;;
                    files) COMPREPLY=($(compgen -f -- "$cur")) ;;
                    folders) COMPREPLY=($(compgen -d -- "$cur")) ;;
                    *) COMPREPLY=() ;;
                esac
            }

            """;

    String bash() {
        return HEAD + body() + "complete -o filenames -F _supertask supertask\n";
    }

    String zsh() {
        // zsh would put no space behind what it takes for a file.
        return ZSH_HEAD + body().replace("compgen -d --", "compgen -d -S / --") + "complete -F _supertask supertask\n";
    }

    private String body() {
        String values = all().flatMap(BashCompletion::values).collect(Collectors.joining("\n"));
        String options = all().map(command -> "        " + quoted(name(command)) + ") echo "
                + quoted(String.join(" ", Completion.names(command))) + " ;;").collect(Collectors.joining("\n"));
        String commands = completion.commands().stream().map(CommandSpec::name).collect(Collectors.joining(" "));
        return BODY.replace("@VALUES@", values).replace("@OPTIONS@", options).replace("@COMMANDS@", commands);
    }

    private Stream<CommandSpec> all() {
        return Stream.concat(Stream.of(completion.root()), completion.commands().stream());
    }

    /// The program without a command has no name.
    private static String name(CommandSpec command) {
        return command.parent() == null ? "" : command.name();
    }

    private static Stream<String> values(CommandSpec command) {
        Stream<String> options = Completion.options(command).stream()
                .flatMap(option -> Completion.value(option).stream()
                        .map(value -> line(command, List.of(option.names()), value)));
        return Stream.concat(options,
                Completion.words(command).stream().map(value -> line(command, List.of("words"), value)));
    }

    private static String line(CommandSpec command, List<String> names, Completion.Value value) {
        String patterns = names.stream().map(name -> quoted(name(command) + " " + name))
                .collect(Collectors.joining(" | "));
        return "        " + patterns + ") echo " + quoted(kind(value)) + " ;;";
    }

    private static String kind(Completion.Value value) {
        return switch (value) {
            case Completion.Value.Words words -> "words " + String.join(" ", words.words());
            case Completion.Value.Live live -> "live " + live.list();
            case Completion.Value.Files _ -> "files";
            case Completion.Value.Folders _ -> "folders";
            case Completion.Value.Text _ -> "text";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
