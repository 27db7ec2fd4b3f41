package dev.supertask.keeper;

/// A request to start one attempt of a run, with everything that is needed to keep it.
///
/// @param run the run's id; its process carries it in its environment as [#MARK]
/// @param attempt the number of the try; each run and attempt is started once
/// @param spawn what to start
/// @param log the file its output is appended to, made on the first byte, as is its folder
/// @param form how the output is kept there
public record Order(String run, int attempt, Spawn spawn, String log, LogForm form) {

    /// The environment variable that says which run a process belongs to, and by which those are found
    /// that have left its process group.
    public static final String MARK = "SUPERTASK_RUN_ID";
}
