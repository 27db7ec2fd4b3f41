package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.supertask.job.Place;
import dev.supertask.job.ProcessSettings;
import dev.supertask.job.Step;
import dev.supertask.keeper.NativePath;

/// Writes the list of steps that [StepsReader] reads, after what all of them share.
///
/// @param payload writes what a step runs, and on what
record StepsWriter(YamlWriter out, Consumer<Step> payload) {

    /// Whether a job's steps are written as a list: one that has no name is written without.
    static boolean isList(List<Step> steps) {
        Step first = steps.getFirst();
        return steps.size() > 1 || !first.name().isEmpty() || first.condition() != Step.Condition.SUCCESS;
    }

    /// Where a payload is launched.
    static void place(Place.ThisMachine here, YamlWriter out) {
        out.text("working-dir", NativePath.text(here.workingDir()));
        env(here.env(), out);
        if (here.clearEnv()) {
            out.literal("clear-env", "true");
        }
        SettingsWriter.process(here.process(), out);
    }

    void write(List<Step> steps) {
        List<Place.ThisMachine> places = steps.stream().map(StepsWriter::here).toList();
        Place.ThisMachine shared = shared(places);
        place(shared, out);
        out.open("steps");
        for (Step step : steps) {
            out.openItem();
            step(step, shared);
            out.close();
        }
        out.close();
    }

    private void step(Step step, Place.ThisMachine shared) {
        out.text("name", step.name());
        if (step.condition() != Step.Condition.SUCCESS) {
            out.text("if", step.condition().word());
        }
        payload.accept(step);
        Place.ThisMachine here = here(step);
        if (!here.workingDir().equals(shared.workingDir())) {
            out.text("working-dir", NativePath.text(here.workingDir()));
        }
        Map<String, String> own = new LinkedHashMap<>(here.env());
        own.entrySet().removeAll(shared.env().entrySet());
        env(own, out);
        if (here.clearEnv() != shared.clearEnv()) {
            out.literal("clear-env", Boolean.toString(here.clearEnv()));
        }
        if (!here.process().equals(shared.process())) {
            SettingsWriter.process(here.process(), out);
        }
    }

    /// A variable that one step does not have, or has with another value, is no variable of the job: none could take
    /// it away again. As whom a step runs is the job's only where it is so in all of them, for the same reason.
    private static Place.ThisMachine shared(List<Place.ThisMachine> places) {
        Path folder = places.getFirst().workingDir();
        Map<String, String> env = new LinkedHashMap<>(places.getFirst().env());
        places.forEach(place -> env.entrySet().retainAll(place.env().entrySet()));
        boolean same = places.stream().map(Place.ThisMachine::process).distinct().count() == 1;
        return new Place.ThisMachine(folder, env,
                same ? places.getFirst().process() : ProcessSettings.INHERITED, places.getFirst().clearEnv());
    }

    private static Place.ThisMachine here(Step step) {
        return switch (step.place()) {
            case Place.ThisMachine here -> here;
        };
    }

    private static void env(Map<String, String> env, YamlWriter out) {
        if (!env.isEmpty()) {
            out.open("env");
            for (Map.Entry<String, String> variable : new TreeMap<>(env).entrySet()) {
                out.text(variable.getKey(), EnvText.escape(variable.getValue()));
            }
            out.close();
        }
    }
}
