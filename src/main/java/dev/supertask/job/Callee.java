package dev.supertask.job;

import java.nio.file.Path;

/// What a [Payload.Call] calls.
public sealed interface Callee {

    /// A function of a module that `python3` can import.
    ///
    /// @param module its full name, with dots
    /// @param function the function's name in it, with dots where it belongs to a class
    record Entrypoint(String module, String function) implements Callee {}

    /// A function of a file.
    ///
    /// @param file the file
    /// @param function the function's name in it; empty for `run` where the file has such a function, else for the
    ///            file itself, as `python3` runs it
    record PythonFile(Path file, String function) implements Callee {}
}
