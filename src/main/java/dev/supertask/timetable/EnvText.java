package dev.supertask.timetable;

import dev.supertask.problem.Nearest;

/// The values of `env`: `${NAME}` takes a variable of Supertask's own environment, or of the `.env` beside the
/// text; `$$` is one `$`, and every other `$` is itself.
record EnvText(Variables variables, Reading reading) {

    /// The value that a text stands for; mistakes are told and leave the text as it is.
    String expand(Yaml.Scalar scalar) {
        String text = scalar.text();
        StringBuilder out = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            if (text.startsWith("$$", index)) {
                out.append('$');
                index += 2;
            } else if (text.startsWith("${", index)) {
                int end = text.indexOf('}', index);
                if (end < 0) {
                    reading.mistake(scalar, index, 2, "this \"${\" is not closed",
                            "add \"}\", or write \"$${\" for the characters");
                    return text;
                }
                out.append(variable(scalar, index, text.substring(index + 2, end)));
                index = end + 1;
            } else {
                out.append(text.charAt(index++));
            }
        }
        return out.toString();
    }

    private String variable(Yaml.Scalar scalar, int index, String name) {
        String value = variables.get(name);
        if (value != null) {
            return value;
        }
        if (EnvReader.isName(name)) {
            String hint = Nearest.hint(name, variables.names());
            reading.mistake(scalar, index, name.length() + 3, "variable \"" + name + "\" is not set",
                    hint != null
                            ? hint
                            : "set it where Supertask is started"
                                    + (variables.asksFiles() ? " or in \".env\" beside this text" : "")
                                    + ", or write \"$${\" for the characters");
        } else {
            reading.mistake(scalar, index, name.length() + 3, "\"${" + name + "}\" names no variable",
                    "write a plain name, such as ${HOME}, or \"$${\" for the characters");
        }
        return "";
    }

    /// The text that [#expand] turns into this value.
    static String escape(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean special = c == '$' && i + 1 < value.length()
                    && (value.charAt(i + 1) == '$' || value.charAt(i + 1) == '{');
            out.append(special ? "$$" : c);
        }
        return out.toString();
    }
}
