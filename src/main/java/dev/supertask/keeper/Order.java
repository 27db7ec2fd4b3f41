package dev.supertask.keeper;

/// A request to start one step of an attempt of a run, with everything that is needed to keep it.
///
/// @param id which one; its process carries the run's id in its environment as [#MARK], and what [#OUTPUT] names there
///            lies in a folder that is made before the start
/// @param spawn what to start
/// @param log the file its output is appended to, made on the first byte, as is its folder
/// @param form how the output is kept there
/// @param heading lines of ours that come before its output, whether or not there is any; empty for none
public record Order(AttemptId id, Spawn spawn, String log, LogForm form, String heading) {

    /// The environment variable that says which run a process belongs to, and by which those are found
    /// that have left its process group.
    public static final String MARK = "SUPERTASK_RUN_ID";

    /// The environment variable that names a file to which a process may write what it gives out.
    public static final String OUTPUT = "SUPERTASK_OUTPUT";

    /// The only step of an attempt, whose output is all that its log has.
    public Order(String run, int attempt, Spawn spawn, String log, LogForm form) {
        this(new AttemptId(run, attempt), spawn, log, form, "");
    }

    /// The run's id.
    public String run() {
        return id.run();
    }
}
