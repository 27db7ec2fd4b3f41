package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.List;

import dev.supertask.job.Language;
import dev.supertask.job.Payload;
import org.jspecify.annotations.Nullable;

/// Reads what a job runs: exactly one of `run`, `exec`, `script` and `call`.
record PayloadReader(Values values, Path folder) {
    /// In characters of up to three bytes: with the rest of an order it is one message to the keeper, which may
    /// have 16 MiB.
    private static final int MOST_STDIN = 4 << 20;

    /// The payload of a job; null with a mistake told where it has none, or several.
    ///
    /// @param shell what runs shell text
    @Nullable
    Payload read(Fields job, Field itself, String shell) {
        Payload payload = read(job, itself);
        if (payload instanceof Payload.Shell(String text, _)) {
            return new Payload.Shell(text, shell);
        }
        Field named = job.get("shell");
        if (payload != null && named != null) {
            values.reading().mistake(named.key().span(), named.label() + " belongs to no shell text",
                    "remove it; only a command under \"run\" is run by a shell");
        }
        if (payload instanceof Payload.Sql || payload instanceof Payload.Http) {
            refuse(job.get("stdin"));
        }
        return payload;
    }

    /// The text for the standard input of a job; null where there is none.
    @Nullable
    String stdin(Fields job) {
        Field field = job.get("stdin");
        Yaml.Scalar scalar = field == null ? null : values.scalar(field);
        if (field == null || scalar == null) {
            return null;
        }
        if (scalar.text().length() > MOST_STDIN) {
            values.reading().mistake(field.key().span(), field.label() + " is longer than 4 MiB",
                    "put it into a file, and read that by \"<\" in the command");
            return null;
        }
        return scalar.text();
    }

    private @Nullable Payload read(Fields job, Field itself) {
        Field found = null;
        for (Field field : job.all()) {
            if (Keys.PAYLOADS.contains(field.key().text())) {
                if (found != null) {
                    values.reading().mistake(field.key().span(),
                            itself.label() + " has both \"" + found.key().text() + "\" and \""
                                    + field.key().text() + "\"",
                            "keep one of them");
                } else {
                    found = field;
                }
            }
        }
        if (found == null) {
            if (!job.hint(Keys.PAYLOADS) && !job.hint(Keys.LATER_PAYLOADS)) {
                values.reading().mistake(itself.key().span(), itself.label() + " has nothing to run",
                        "add \"run\", \"exec\" or \"script\"");
            }
            return null;
        }
        Field args = job.get("args");
        Field kwargs = job.get("kwargs");
        if (kwargs != null && !found.key().text().equals("call")) {
            values.reading().mistake(kwargs.key().span(), kwargs.label() + " belongs to no \"call\"",
                    "only a Python function takes arguments by name");
        }
        return switch (found.key().text()) {
            case "call" -> new CallReader(values, folder).read(found, args, kwargs);
            case "run" -> run(found, args);
            case "exec" -> exec(found, args);
            case "python" -> code(Language.PYTHON, found, args);
            case "node" -> code(Language.NODE, found, args);
            case "sql" -> {
                refuse(args);
                yield new SqlReader(values, folder).read(found);
            }
            case "http" -> {
                refuse(args);
                yield new WebReader(values, folder).read(found);
            }
            default -> script(found, args);
        };
    }

    private @Nullable Payload run(Field field, @Nullable Field args) {
        if (field.value() instanceof Yaml.Sequence list) {
            values.reading().mistake(list.span(), field.label() + " must be text, but is a list",
                    "a list of words is written as \"exec\"");
            return null;
        }
        Yaml.Scalar text = values.scalar(field);
        Payload payload = text == null
                ? null
                : values.reading().parse(text, 0, t -> PayloadText.ofShellText(t, folder), text.text());
        return payload == null || args == null ? payload : withArgs(payload, args);
    }

    /// Code and files take arguments; shell text and argvs hold their own words.
    private Payload withArgs(Payload payload, Field args) {
        return switch (payload) {
            case Payload.Code code -> new Payload.Code(code.language(), code.text(), args(args));
            case Payload.Script script -> new Payload.Script(script.file(), args(args));
            case Payload.Shell shell -> refuseArgs(shell, args);
            case Payload.Argv argv -> refuseArgs(argv, args);
            case Payload.Call call -> refuseArgs(call, args);
            case Payload.Sql sql -> refuseArgs(sql, args);
            case Payload.Http http -> refuseArgs(http, args);
        };
    }

    private Payload refuseArgs(Payload payload, Field args) {
        values.reading().mistake(args.key().span(), args.label() + " belongs to no \"script\"",
                "write the words where the program is named");
        return payload;
    }

    /// Says of a key that hands something to a program that there is none.
    private void refuse(@Nullable Field field) {
        if (field != null) {
            values.reading().mistake(field.key().span(), field.label() + " belongs to no program",
                    "remove it; nothing here reads it");
        }
    }

    private @Nullable Payload code(Language language, Field field, @Nullable Field args) {
        Yaml.Scalar text = values.scalar(field);
        if (text == null) {
            return null;
        }
        if (text.text().isBlank() || text.text().indexOf('\0') >= 0) {
            values.reading().mistake(text.span(), field.label() + " is no code",
                    text.text().isBlank() ? "write some, or remove the key" : "a NUL character cannot be handed over");
            return null;
        }
        return new Payload.Code(language, text.text(), args == null ? List.of() : args(args));
    }

    private @Nullable Payload exec(Field field, @Nullable Field args) {
        List<String> words = values.texts(field,
                "write [PROGRAM, WORD, …]; shell text is written as \"run\"");
        if (words.isEmpty() && field.value() instanceof Yaml.Sequence list && list.items().isEmpty()) {
            values.reading().mistake(list.span(), field.label() + " names no program",
                    "write [PROGRAM, WORD, …]");
        } else if (!words.isEmpty() && words.getFirst().isBlank()) {
            values.reading().mistake(field.value().span(), field.label() + " names no program",
                    "the first word must be one");
        }
        if (words.isEmpty()) {
            return null;
        }
        Payload payload = new Payload.Argv(words);
        return args == null ? payload : withArgs(payload, args);
    }

    private @Nullable Payload script(Field field, @Nullable Field args) {
        Path file = values.path(field, folder);
        List<String> words = args == null ? List.of() : args(args);
        return file == null ? null : new Payload.Script(file, words);
    }

    private List<String> args(Field field) {
        return values.texts(field, "write [WORD, …]");
    }
}
