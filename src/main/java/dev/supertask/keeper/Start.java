package dev.supertask.keeper;

import java.util.ArrayList;
import java.util.List;

/// The start of a process with its pipes, down to the last descriptor closed where it fails.
///
/// @param child the process
/// @param outputs the read ends of stdout (with stderr), and of stderr where it has a pipe of its own
record Start(Child child, List<Integer> outputs) {
    private static final String SHELL = "/bin/sh";

    static Start of(Spawn spawn) throws FailureException {
        if (spawn.holdsNul()) {
            throw new FailureException(Failure.NOT_EXECUTABLE,
                    "a NUL character in the words or the environment cannot be handed to a program");
        }
        String path = Program.find(spawn);
        List<Posix.Pipe> pipes = new ArrayList<>();
        boolean started = false;
        try (StdinFile stdin = StdinFile.of(spawn.stdin())) {
            pipes.add(Posix.pipe());
            if (spawn.streams() != Spawn.Streams.TOGETHER) {
                pipes.add(Posix.pipe());
            }
            Child child = start(spawn, path, stdin.descriptor(), pipes.getFirst().writeEnd(),
                    pipes.getLast().writeEnd());
            started = true;
            return new Start(child, pipes.stream().map(Posix.Pipe::readEnd).toList());
        } catch (SpawnException e) {
            throw Program.explain(spawn, path, e);
        } finally {
            for (Posix.Pipe pipe : pipes) {
                // Ours must be closed at once: the output ends when its last write end does.
                Posix.close(pipe.writeEnd());
                if (!started) {
                    Posix.close(pipe.readEnd());
                }
            }
        }
    }

    private static Child start(Spawn spawn, String path, int stdin, int stdout, int stderr)
            throws SpawnException, FailureException {
        if (!spawn.prefix().isEmpty()) {
            // Later nobody could tell us what is wrong with it.
            Program.require(spawn, path);
            List<String> words = new ArrayList<>(spawn.prefix());
            words.add(path);
            words.addAll(spawn.argv().subList(1, spawn.argv().size()));
            return Spawner.start(spawn.withArgv(words), words.getFirst(), stdin, stdout, stderr);
        }
        try {
            return Spawner.start(spawn, path, stdin, stdout, stderr);
        } catch (SpawnException e) {
            if (e.errno() != Posix.ENOEXEC || !Program.isText(spawn, path)) {
                throw e;
            }
            // As execvp(3) does: executable text without a "#!" line is for the shell.
            List<String> words = new ArrayList<>(List.of(SHELL, path));
            words.addAll(spawn.argv().subList(1, spawn.argv().size()));
            return Spawner.start(spawn.withArgv(words), SHELL, stdin, stdout, stderr);
        }
    }
}
