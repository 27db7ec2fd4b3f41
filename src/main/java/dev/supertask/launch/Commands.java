package dev.supertask.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Language;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Step;

/// What a step comes down to: payload × place → [Command].
public final class Commands {

    private Commands() {}

    /// The command of a step for one attempt of a run.
    ///
    /// @param base Supertask's own environment
    /// @throws UnlaunchableException for a script that is missing, or of which nothing says how to run it;
    ///         and for a user, group, niceness or limit that cannot be had
    public static Command of(Step step, Map<String, String> base, RunFacts facts)
            throws UnlaunchableException {
        return switch (step.place()) {
            case Place.ThisMachine here -> here(step, here, base, facts);
        };
    }

    private static Command here(Step step, Place.ThisMachine here, Map<String, String> base,
            RunFacts facts) throws UnlaunchableException {
        Preparation preparation = Preparation.of(here.process());
        Map<String, String> own = new LinkedHashMap<>(here.clearEnv() ? Map.of() : base);
        own.putAll(preparation.variables());
        Map<String, String> env = here.clearEnv()
                ? Environment.clear(own, here.env(), facts)
                : Environment.of(own, here.env(), facts);
        Command command = new Command(words(step.payload(), here.workingDir()), env, here.workingDir(),
                preparation.prefix(), OwnProgram.stdin(step));
        return command.with(OwnProgram.variables(step.payload(), env));
    }

    private static List<String> words(Payload payload, Path workingDir) throws UnlaunchableException {
        return switch (payload) {
            case Payload.Shell shell -> List.of(shell.shell(), "-c", shell.text());
            case Payload.Argv argv -> argv.words();
            case Payload.Script script -> joined(Interpreter.wordsFor(workingDir.resolve(script.file())),
                    script.args());
            case Payload.Call call -> PythonCall.words(call, workingDir);
            case Payload.Code code -> code(code.language(), code.text(), code.args());
            case Payload.Sql _,Payload.Http _ -> OwnProgram.words();
        };
    }

    private static List<String> code(Language language, String text, List<String> args) {
        return switch (language) {
            case PYTHON -> PythonCode.words(text, args);
            // Else node would take arguments that begin with a dash for its own.
            case NODE ->
                joined(List.of("node", "-e", text), args.isEmpty() ? args : joined(List.of("--"), args));
        };
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> words = new ArrayList<>(first);
        words.addAll(second);
        return words;
    }
}
