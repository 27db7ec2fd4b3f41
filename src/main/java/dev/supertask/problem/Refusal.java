package dev.supertask.problem;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The one exception for what a user can mend. It is shown as its [problems][#problems()], never with
/// a stack trace; anything else that is thrown is a fault of ours and shows its own.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    // Problem is not serializable, and no refusal is ever serialized.
    private final transient List<Problem> problems;

    /// A refusal for several reasons at once.
    public Refusal(ExitCode exitCode, List<Problem> problems) {
        super(problems.stream().map(Problem::render).collect(Collectors.joining("\n")));
        this.exitCode = exitCode;
        this.problems = List.copyOf(problems);
    }

    /// Wrong usage or a mistake in a text that has no lines: exit status 2.
    public static Refusal mistake(String message, @Nullable String remedy) {
        return new Refusal(ExitCode.MISTAKE, List.of(Problem.of(message, remedy)));
    }

    /// What was asked for cannot be done as things stand: exit status 1.
    public static Refusal failed(String message, @Nullable String remedy) {
        return new Refusal(ExitCode.FAILED, List.of(Problem.of(message, remedy)));
    }

    /// The exit status of a program that ends with this.
    public ExitCode exitCode() {
        return exitCode;
    }

    /// Everything that is wrong, in reading order.
    public List<Problem> problems() {
        return problems;
    }
}
