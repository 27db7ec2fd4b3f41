package dev.supertask.cli;

import java.io.PrintWriter;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns what was thrown into what the user reads: a refusal is told, a fault of ours shows itself.
final class Failures implements IExecutionExceptionHandler {
    private final SupertaskCommand root;

    Failures(SupertaskCommand root) {
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (failure instanceof Refusal refusal) {
            refusal.problems().forEach(problem -> err.println(Prose.problem(problem)));
            if (root.debug()) {
                Main.printStackTrace(failure, err);
            }
            return refusal.exitCode().status();
        }
        err.println("supertask: this is a fault of supertask itself, please report it:");
        Main.printStackTrace(failure, err);
        return ExitCode.BUG.status();
    }
}
