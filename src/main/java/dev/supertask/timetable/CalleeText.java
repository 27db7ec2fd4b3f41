package dev.supertask.timetable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.supertask.job.Callee;
import dev.supertask.problem.Refusal;

/// What is called, as people type it: `module:function`, `file.py:function`, or `file.py`.
final class CalleeText {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
    private static final Pattern FILE = Pattern.compile("(.+\\.py)(?::([^/]*))?");

    private CalleeText() {}

    /// Either of both: what ends with `.py` is a file.
    ///
    /// @param folder what its path is resolved against
    /// @throws Refusal when it is neither
    static Callee read(String text, Path folder) {
        return FILE.matcher(text).matches() ? file(text, folder) : entrypoint(text);
    }

    /// A function of a module.
    static Callee entrypoint(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            int dot = text.lastIndexOf('.');
            throw Refusal.mistake("\"" + text + "\" does not say which function", dot > 0
                    ? "write \"" + text.substring(0, dot) + ":" + text.substring(dot + 1) + "\""
                    : "write \"module:function\" or \"file.py:function\"");
        }
        String module = text.substring(0, colon);
        refuseNoName(module, "module");
        return new Callee.Entrypoint(module, function(text.substring(colon + 1)));
    }

    /// A function of a file.
    static Callee file(String text, Path folder) {
        Matcher parts = FILE.matcher(text);
        if (!parts.matches()) {
            throw Refusal.mistake("\"" + text + "\" names no Python file", "write \"file.py:function\"");
        }
        try {
            Path file = folder.resolve(parts.group(1)).normalize();
            return new Callee.PythonFile(file, parts.group(2) == null ? "" : function(parts.group(2)));
        } catch (InvalidPathException e) {
            throw Refusal.mistake("\"" + parts.group(1) + "\" is no path", null);
        }
    }

    /// The text that [#read] makes this of.
    static String write(Callee callee) {
        return switch (callee) {
            case Callee.Entrypoint function -> function.module() + ":" + function.function();
            case Callee.PythonFile file -> file.file() + (file.function().isEmpty() ? "" : ":" + file.function());
        };
    }

    private static String function(String name) {
        refuseNoName(name, "function");
        return name;
    }

    private static void refuseNoName(String name, String kind) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.mistake("\"" + name + "\" cannot name a Python " + kind,
                    "write \"module:function\" or \"file.py:function\"");
        }
    }
}
