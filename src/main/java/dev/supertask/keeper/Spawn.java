package dev.supertask.keeper;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What is to be started, and how it stands to this process.
///
/// @param argv the words, at least one; the first is a path with a slash, or a name that is looked up
///            on the `PATH` of `env` by the rules of execvp(3)
/// @param env the whole environment, `NAME=value`
/// @param workingDir the folder it starts in
/// @param streams what its descriptors 0, 1 and 2 are
/// @param group which process group it belongs to
/// @param prefix the words of a program that makes ready what `argv` runs in, another user or limits, and
///            then executes the rest of its words; its path first. Usually empty
/// @param stdin what it reads from its stdin, of any length; null for what `streams` says
public record Spawn(List<String> argv, List<String> env, String workingDir, Streams streams, Group group,
        List<String> prefix, @Nullable String stdin) {

    /// What a process reads from and writes to. All other descriptors are closed in it.
    public enum Streams {
        /// stdin is `/dev/null`; stdout and stderr are one pipe, so that their order is kept.
        TOGETHER,
        /// stdin is `/dev/null`; stdout and stderr are a pipe each.
        APART,
        /// stdin is this process's own; stdout and stderr are a pipe each.
        ATTENDED
    }

    /// The process group of a process.
    public enum Group {
        /// A session, and so a group, of its own.
        SESSION,
        /// A group of its own in this session.
        OWN,
        /// This process's group: what a terminal sends to it reaches both.
        SHARED
    }

    /// Without text for its stdin.
    public Spawn(List<String> argv, List<String> env, String workingDir, Streams streams, Group group,
            List<String> prefix) {
        this(argv, env, workingDir, streams, group, prefix, null);
    }

    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException for no words
    public Spawn {
        argv = List.copyOf(argv);
        env = List.copyOf(env);
        prefix = List.copyOf(prefix);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("there is no program to start");
        }
    }

    /// Whether text in it holds a NUL character, where a C program would see its end.
    boolean holdsNul() {
        return Stream.of(argv, env, prefix, List.of(workingDir)).flatMap(List::stream)
                .anyMatch(t -> t.indexOf('\0') >= 0);
    }

    /// The value of a variable of its environment, or what to take where it is not set.
    String variable(String name, String otherwise) {
        String start = name + "=";
        return env.stream().filter(e -> e.startsWith(start)).map(e -> e.substring(start.length())).findFirst()
                .orElse(otherwise);
    }

    /// The same with other words, and nothing before them.
    Spawn withArgv(List<String> words) {
        return new Spawn(words, env, workingDir, streams, group, List.of(), stdin);
    }
}
