package dev.supertask.launch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What is handed to the operating system.
///
/// @param argv the words, the program first: a path with a slash, or a name looked up on the `PATH` of `env`
/// @param env the whole environment
/// @param workingDir where it starts
/// @param prefix the words of a program that makes ready what it runs in and then executes it, an absolute
///            path first; usually empty
/// @param stdin what it reads from its stdin, or null for nothing
public record Command(List<String> argv, Map<String, String> env, Path workingDir, List<String> prefix,
        @Nullable String stdin) {

    /// Copies the words and the environment.
    public Command {
        argv = List.copyOf(argv);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        prefix = List.copyOf(prefix);
    }

    /// The same with more variables, which win.
    public Command with(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(env);
        all.putAll(variables);
        return new Command(argv, all, workingDir, prefix, stdin);
    }

    /// Run as Supertask itself is.
    public Command(List<String> argv, Map<String, String> env, Path workingDir) {
        this(argv, env, workingDir, List.of(), null);
    }
}
