package dev.supertask.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Payload;
import dev.supertask.job.Step;
import dev.supertask.keeper.Order;
import dev.supertask.run.Outputs;
import dev.supertask.run.Run;

/// What a step learns of itself and of the steps before it, as variables: `SUPERTASK_STEP`, its name, where it has one;
/// `SUPERTASK_OUTPUT`, the file to which it may write what it gives out; `SUPERTASK_PROGRESS`, that for how far the run
/// is; and `SUPERTASK_STEP_FETCH_COUNT`, the output
/// `count` of the step `fetch`, for each output of each of them.
public final class StepVariables {
    // The kernel refuses longer ones (execve(2): 128 KiB with the name), and too much of them all together.
    private static final int LONGEST = 100 * 1024;
    private static final int MOST = 512 * 1024;

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Payload payload;
    private int length;

    /// The variables of a step.
    ///
    /// @param output the file for what it gives out
    /// @param progress the file for how far the run is
    public StepVariables(Step step, Path output, Path progress) {
        payload = step.payload();
        variables.put(Order.OUTPUT, output.toString());
        variables.put("SUPERTASK_PROGRESS", progress.toString());
        if (!step.name().isEmpty()) {
            variables.put("SUPERTASK_STEP", step.name());
        }
    }

    /// Where drivers of databases are, for a step that asks one: in `drivers/` of the store.
    ///
    /// @param namespace the namespace's folder
    public StepVariables drivers(Path namespace) {
        if (payload instanceof Payload.Sql) {
            variables.put("SUPERTASK_DRIVERS", namespace.resolveSibling("drivers").toString());
        }
        return this;
    }

    /// Adds what a step before it gave out.
    ///
    /// @param file where it did, for what is too long
    public void add(String step, Outputs outputs, Path file) {
        add("SUPERTASK_STEP_" + Step.variable(step) + "_", "step \"" + step + "\"", outputs, file);
    }

    /// Adds what a run after which this one comes was and gave out: `SUPERTASK_UPSTREAM_LOAD_STATE` of the job `load`,
    /// `…_RUN_ID`, `…_EXIT_CODE` where it has one, and `SUPERTASK_UPSTREAM_LOAD_COUNT` for its output `count`; these
    /// three outrank outputs of the same names.
    ///
    /// @param folder where its outputs are, for what is too long
    public void addUpstream(Run run, Outputs outputs, Path folder) {
        String prefix = "SUPERTASK_UPSTREAM_" + Step.variable(run.job()) + "_";
        add(prefix, "job \"" + run.job() + "\"", outputs, folder);
        variables.put(prefix + "RUN_ID", run.id().text());
        variables.put(prefix + "STATE", run.state().word());
        if (run.exitCode() == null) {
            variables.remove(prefix + "EXIT_CODE");
        } else {
            variables.put(prefix + "EXIT_CODE", run.exitCode().toString());
        }
    }

    private void add(String prefix, String whose, Outputs outputs, Path file) {
        outputs.values().forEach((name, value) -> {
            int bytes = value.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST || length + bytes > MOST) {
                leftOut.add("the output \"" + name + "\" of " + whose + " is too long for a variable (" + bytes
                        + " bytes) · read it from \"" + file + "\"");
            } else {
                length += bytes;
                variables.put(prefix + Step.variable(name), value);
            }
        });
    }

    /// All of them.
    public Map<String, String> all() {
        return Map.copyOf(variables);
    }

    /// What is in none of them, and why.
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }
}
