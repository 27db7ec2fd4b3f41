package dev.supertask.timetable;

import java.util.function.Function;

import dev.supertask.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// Texts in which `${NAME}` stands for a variable of the environment that a payload is launched in, as in `env` for one
/// of Supertask's own: `$$` is one `$`, and every other `$` is itself. Until then they are kept as they are.
public final class References {

    private References() {}

    /// What a text stands for.
    ///
    /// @param variables the value of a name, null where it is not set
    /// @throws Refusal when one is not set
    public static String expand(String text, Function<String, @Nullable String> variables) {
        StringBuilder out = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            int end = text.indexOf('}', index);
            if (text.startsWith("$$", index)) {
                out.append('$');
                index += 2;
            } else if (text.startsWith("${", index) && end > 0) {
                String name = text.substring(index + 2, end);
                String value = variables.apply(name);
                if (value == null) {
                    throw Refusal.failed("variable \"" + name + "\" is not set",
                            "set it where Supertask is started, or in \"env\" of the job");
                }
                out.append(value);
                index = end + 1;
            } else {
                out.append(text.charAt(index++));
            }
        }
        return out.toString();
    }

    /// Whether a text has any.
    static boolean any(String text) {
        return text.replace("$$", "").contains("${");
    }

    /// Tells what is wrong with those of a text.
    static void check(Yaml.Scalar scalar, Reading reading) {
        String text = scalar.text();
        int index = text.indexOf('$');
        while (index >= 0 && index < text.length()) {
            int end = text.indexOf('}', index);
            if (text.startsWith("$$", index)) {
                index++;
            } else if (text.startsWith("${", index) && end < 0) {
                reading.mistake(scalar, index, 2, "this \"${\" is not closed",
                        "add \"}\", or write \"$${\" for the characters");
            } else if (text.startsWith("${", index) && !EnvReader.isName(text.substring(index + 2, end))) {
                reading.mistake(scalar, index, end + 1 - index,
                        "\"" + text.substring(index, end + 1) + "\" names no variable",
                        "write a plain name, such as ${HOME}, or \"$${\" for the characters");
            }
            index = text.indexOf('$', index + 1);
        }
    }
}
