package dev.supertask.timetable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.supertask.job.Language;
import dev.supertask.job.Payload;
import dev.supertask.job.SqlWork;
import dev.supertask.job.SqlWork.Statements;
import dev.supertask.job.WebRequest;
import dev.supertask.keeper.NativePath;
import dev.supertask.problem.Refusal;

/// Payloads as people type them: `run` in a timetable, and the words of an inline command. The word
/// before the first `:` names the kind of payload, if it is one of [Prefix]; else it is a command.
public final class PayloadText {
    private PayloadText() {}

    /// One text: shell text, or what its prefix says.
    ///
    /// @param folder what the path after `file:` is resolved against
    /// @throws Refusal when it is nothing that this version can run
    public static Payload ofShellText(String text, Path folder) {
        return ofShellText(text, folder, false);
    }

    /// One text. `file:` is followed by a path and arguments, quoted as in a shell.
    ///
    /// @param exec whether a command is split into words (quotes and backslashes as in a POSIX shell,
    ///         nothing is expanded) and run without a shell
    /// @throws Refusal when it is nothing that this version can run
    public static Payload ofShellText(String text, Path folder, boolean exec) {
        Prefix prefix = Prefix.of(text);
        String rest = required(prefix.rest(text), prefix);
        return switch (prefix) {
            case CMD -> exec ? argv(ShellWords.split(rest)) : new Payload.Shell(rest);
            case PYTHON -> new Payload.Code(Language.PYTHON, rest, List.of());
            case NODE -> new Payload.Code(Language.NODE, rest, List.of());
            case FILE -> script(ShellWords.split(rest), folder);
            case SQL -> {
                String[] urlAndStatements = rest.strip().split("\\s+", 2);
                yield sql(urlAndStatements[0], urlAndStatements.length == 1
                        ? List.of()
                        : List.of(urlAndStatements[1]));
            }
            case HTTP, HTTPS -> http(prefix, rest);
        };
    }

    /// The words of a command line: one word is a text as above, several are an argv.
    ///
    /// @throws Refusal when it is nothing that this version can run
    public static Payload ofWords(List<String> words, Path folder) {
        return ofWords(words, folder, false);
    }

    /// The words of a command line: one word is a text as above, several are an argv; with a prefix the
    /// first word's rest is the code or the path, and the others are its arguments.
    ///
    /// @param exec what becomes of one word; several never meet a shell
    /// @throws Refusal when it is nothing that this version can run
    public static Payload ofWords(List<String> words, Path folder, boolean exec) {
        if (words.isEmpty()) {
            throw Refusal.mistake("there is no command", "write one, such as: -- cmd:echo hello");
        }
        if (words.size() == 1) {
            return ofShellText(words.getFirst(), folder, exec);
        }
        Prefix prefix = Prefix.of(words.getFirst());
        List<String> rest = withoutPrefix(words, prefix);
        List<String> args = rest.subList(1, rest.size());
        return switch (prefix) {
            case CMD -> argv(rest);
            case PYTHON -> new Payload.Code(Language.PYTHON, required(rest.getFirst(), prefix), args);
            case NODE -> new Payload.Code(Language.NODE, required(rest.getFirst(), prefix), args);
            case FILE -> script(rest, folder);
            case SQL -> sql(required(rest.getFirst(), prefix), args);
            case HTTP, HTTPS -> http(prefix, String.join(" ", rest));
        };
    }

    /// The text that [#ofShellText(String, Path)] makes this payload of.
    static String write(Payload.Shell shell) {
        return Prefix.isAny(shell.text()) ? "cmd:" + shell.text() : shell.text();
    }

    /// The text that [#ofShellText(String, Path)] makes this payload of, without its arguments.
    static String write(Payload.Code code) {
        String text = code.text();
        String start = Character.isWhitespace(text.charAt(0)) ? ":\n" : ":";
        return code.language().key() + start + text;
    }

    /// `cmd:echo hello` and `cmd: echo hello` are the same.
    private static List<String> withoutPrefix(List<String> words, Prefix prefix) {
        List<String> rest = new ArrayList<>(words);
        String first = prefix.rest(rest.removeFirst());
        if (!first.isBlank() || !prefix.isWritten(words.getFirst())) {
            rest.addFirst(first);
        }
        return rest;
    }

    private static Payload argv(List<String> words) {
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw Refusal.mistake("the command names no program", "the first word must be one");
        }
        return new Payload.Argv(words);
    }

    private static Payload script(List<String> words, Path folder) {
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw Refusal.mistake("\"file:\" names no file", "write its path behind the colon");
        }
        try {
            Path file = folder.resolve(NativePath.of(words.getFirst())).normalize();
            return new Payload.Script(file, words.subList(1, words.size()));
        } catch (InvalidPathException e) {
            throw Refusal.mistake("\"" + words.getFirst() + "\" is no path", null);
        }
    }

    private static Payload sql(String url, List<String> statements) {
        if (!url.startsWith("jdbc:")) {
            throw Refusal.mistake("\"" + url + "\" is no JDBC URL",
                    "write one and statements behind it, such as: sql:jdbc:h2:mem: select 1");
        }
        if (statements.isEmpty() || statements.stream().anyMatch(String::isBlank)) {
            throw Refusal.mistake("\"sql:\" has nothing to execute", "write statements behind the URL");
        }
        Statements all = statements.size() == 1
                ? new Statements.Script(statements.getFirst())
                : new Statements.Each(statements);
        return new Payload.Sql(new SqlWork(url, null, null, all, SqlWork.NO_PARAMS, true, null));
    }

    /// `https://example.org` is a URL, and the same behind `http:`, where a method may come first.
    private static Payload http(Prefix prefix, String text) {
        if (text.startsWith("//")) {
            return new Payload.Http(WebReader.get(WebReader.requireUrl(prefix.key() + ":" + text.strip())));
        }
        String[] methodAndUrl = text.strip().split("\\s+", 2);
        WebRequest get = WebReader.get(WebReader.requireUrl(methodAndUrl[methodAndUrl.length - 1]));
        return new Payload.Http(
                methodAndUrl.length == 1 ? get : get.withMethod(WebReader.requireMethod(methodAndUrl[0])));
    }

    private static String required(String text, Prefix prefix) {
        if (text.isBlank()) {
            throw Refusal.mistake("there is nothing to run", "write " + prefix.example());
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.mistake("a NUL character cannot be handed to a program", null);
        }
        return text;
    }
}
