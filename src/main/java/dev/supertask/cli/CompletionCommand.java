package dev.supertask.cli;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `supertask completion`.
@Command(name = "completion", sortOptions = false, mixinStandardHelpOptions = true, description = "Prints a script by which a shell completes commands, options, namespaces and jobs.", footer = {
        "", "Examples:", "  source <(supertask completion bash)          for this shell; in ~/.bashrc for all",
        "  source <(supertask completion zsh)           likewise, in ~/.zshrc",
        "  supertask completion fish > ~/.config/fish/completions/supertask.fish"})
final class CompletionCommand implements Runnable {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    enum Shell {
        BASH, ZSH, FISH
    }

    @Override
    public void run() {
        SupertaskCommand program = Objects.requireNonNull(root);
        Completion completion = new Completion(program.spec());
        program.out().print(switch (shell) {
            case BASH -> new BashCompletion(completion).bash();
            case ZSH -> new BashCompletion(completion).zsh();
            case FISH -> new FishCompletion(completion).text();
        });
    }
}
