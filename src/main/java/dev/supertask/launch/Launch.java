package dev.supertask.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.supertask.keeper.AttemptId;
import dev.supertask.keeper.LogForm;
import dev.supertask.run.RunId;

/// A request to start one step of an attempt of a run, all decided.
///
/// @param run the run
/// @param attempt its number, from 1
/// @param step the step's number, from 1; a launcher starts each step of each attempt once
/// @param command what to start
/// @param log the file that its output is appended to; it and its folder are made on the first byte
/// @param form how it is kept there; a launch in the foreground keeps it byte for byte
/// @param heading lines of ours that come before its output there; empty for none
public record Launch(RunId run, int attempt, int step, Command command, Path log, LogForm form, String heading) {

    /// The only step of an attempt.
    public Launch(RunId run, int attempt, Command command, Path log, LogForm form) {
        this(run, attempt, 1, command, log, form, "");
    }

    /// With a log byte for byte, without a limit.
    public Launch(RunId run, int attempt, Command command, Path log) {
        this(run, attempt, command, log, LogForm.PLAIN);
    }

    /// A launch of an earlier process of Supertask, of which only the name and the log are known: it has no words,
    /// and its working directory is empty.
    public static Launch earlier(RunId run, int attempt, int step, Path log) {
        return new Launch(run, attempt, step, new Command(List.of(), Map.of(), Path.of("")), log, LogForm.PLAIN, "");
    }

    /// What a keeper knows it by.
    AttemptId id() {
        return new AttemptId(run.text(), attempt, step);
    }
}
