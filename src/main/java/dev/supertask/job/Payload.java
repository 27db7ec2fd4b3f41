package dev.supertask.job;

import java.nio.file.Path;
import java.util.List;

/// What is launched. Says nothing of where: that is a [Place].
public sealed interface Payload {

    /// Shell text.
    ///
    /// @param text what follows the shell's `-c`
    /// @param shell the shell: a path, or a name that is looked up on the `PATH`
    record Shell(String text, String shell) implements Payload {
        /// The shell where none is named.
        public static final String USUAL = "/bin/sh";

        /// Checks that neither is blank.
        public Shell {
            requireText(text);
            requireText(shell);
        }

        /// Run by `/bin/sh`.
        public Shell(String text) {
            this(text, USUAL);
        }
    }

    /// Words that are run as they are, without a shell; the first one is the program.
    record Argv(List<String> words) implements Payload {
        /// Copies the words; at least one.
        public Argv {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("no words");
            }
            words.forEach(Payload::refuseNul);
        }
    }

    /// A file that is run by the interpreter of its `#!` line or of its ending; it need not be
    /// executable.
    record Script(Path file, List<String> args) implements Payload {
        /// Copies the arguments.
        public Script {
            args = List.copyOf(args);
            args.forEach(Payload::refuseNul);
        }
    }

    /// Code in a language, handed to its interpreter.
    record Code(Language language, String text, List<String> args) implements Payload {
        /// Checks the text and copies the arguments.
        public Code {
            requireText(text);
            args = List.copyOf(args);
            args.forEach(Payload::refuseNul);
        }
    }

    /// A Python function, called by `python3`.
    ///
    /// @param callee the function
    /// @param args its positional arguments: the canonical JSON of a list
    /// @param kwargs its keyword arguments: the canonical JSON of a map
    record Call(Callee callee, String args, String kwargs) implements Payload {
        /// Checks that the arguments can be handed over.
        public Call {
            refuseNul(args);
            refuseNul(kwargs);
        }
    }

    /// SQL, executed in a database.
    record Sql(SqlWork work) implements Payload {}

    /// A request to a server on the web.
    record Http(WebRequest request) implements Payload {}

    private static void requireText(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank text");
        }
        refuseNul(text);
    }

    private static void refuseNul(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL character cannot be handed to a program");
        }
    }
}
