package dev.supertask.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.supertask.run.RunId;
import dev.supertask.run.StepResult;
import dev.supertask.testkit.Jobs;

/// What the tests of runs with several steps share.
final class Stepped {
    private Stepped() {}

    static Jobs hourly() {
        return Jobs.named("a").when("@every 1h");
    }

    static Path output(Bench bench) {
        return Path.of(String.valueOf(bench.launcher.launched().getLast().command().env().get("SUPERTASK_OUTPUT")));
    }

    static void giveOut(Bench bench, String text) throws IOException {
        Files.createDirectories(output(bench).getParent());
        Files.writeString(output(bench), text);
    }

    /// What was launched: the shell text of each is its name.
    static List<String> steps(Bench bench) {
        return bench.launcher.launched().stream().map(launch -> launch.command().argv().getLast()).toList();
    }

    static List<String> results(Bench bench, RunId run) {
        return bench.temp.store().plan(bench.run(run)).done().stream().map(Stepped::words).toList();
    }

    static String words(StepResult step) {
        return step.step() + " " + step.name() + " " + step.state().word() + " " + step.exitCode() + " "
                + step.duration();
    }
}
