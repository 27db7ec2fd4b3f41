package dev.supertask.timetable;

import org.jspecify.annotations.Nullable;

/// The command of a crontab's line, taken apart as Debian's cron does (measured with 3.0pl1-162): the first
/// `%` ends it, and what follows is what it reads, each further `%` a line end. `\%` is a `%` that does neither.
///
/// @param text what the shell gets
/// @param stdin what the command reads, or null for nothing
/// @param percent where the `%` that ended it stands in the raw text, or -1
record CrontabCommand(String text, @Nullable String stdin, int percent) {

    static CrontabCommand of(String raw) {
        StringBuilder out = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (escaped) {
                // Here, and only here, a backslash also escapes itself.
                out.append(c == '%' || c == '\\' ? "" : "\\").append(c);
                escaped = false;
            } else if (c == '%') {
                return new CrontabCommand(out.toString(), stdin(raw.substring(i + 1)), i);
            } else if (c == '\\') {
                escaped = true;
            } else {
                out.append(c);
            }
        }
        return new CrontabCommand(out + (escaped ? "\\" : ""), null, -1);
    }

    private static String stdin(String raw) {
        StringBuilder out = new StringBuilder();
        boolean escaped = false;
        boolean open = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (escaped && c != '%') {
                out.append('\\');
            }
            char read = c == '%' && !escaped ? '\n' : c;
            escaped = c == '\\';
            if (!escaped) {
                out.append(read);
                open = read != '\n';
            }
        }
        return out.append(escaped ? "\\" : "").append(open ? "\n" : "").toString();
    }
}
