package dev.supertask.cli;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `supertask man`.
@Command(name = "man", sortOptions = false, mixinStandardHelpOptions = true, description = "Prints the manual page.", footer = {
        "", "Examples:", "  supertask man | man -l -",
        "  supertask man > ~/.local/share/man/man1/supertask.1"})
final class ManCommand implements Runnable {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Override
    public void run() {
        SupertaskCommand program = Objects.requireNonNull(root);
        program.out().print(new ManPage(new Completion(program.spec())).text());
    }
}
