package dev.supertask.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Writes the manual page: every command with its options and examples, as the help has them.
///
/// @param program what there is to tell
record ManPage(Completion program) {
    private static final String END = """
            .SH EXIT STATUS
            .TP
            .B 0
            All that was asked for was done.
            .TP
            .B 1
            What was asked for failed: a run that did not succeed, a name that does not exist.
            .TP
            .B 2
            Wrong usage, or a text with mistakes: nothing was stored and nothing was started.
            .TP
            .B 130, 143
            Ended by SIGINT, by SIGTERM.
            .PP
            \\fBrun\\fR of an inline command that runs once ends with the command's own exit status.
            .SH ENVIRONMENT
            .TP
            .B SUPERTASK_STORE
            Where everything that lasts is kept, unless \\fB\\-\\-store\\fR says it.
            .TP
            .B NO_COLOR
            Where it is set, nothing is coloured.
            .SH FILES
            .TP
            .I ./supertask.yaml
            The timetable, if none is named.
            .TP
            .I ~/.local/state/supertask, /var/lib/supertask
            The store; the second one of root.
            """;

    String text() {
        CommandSpec root = program.root();
        StringBuilder page = new StringBuilder(".TH SUPERTASK 1\n.SH NAME\nsupertask \\- ")
                .append(escaped(Completion.brief(root.usageMessage().description()))).append('\n');
        page.append(".SH SYNOPSIS\n.B supertask\n[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIWORDS\\fR]\n");
        page.append(".SH DESCRIPTION\n").append(escaped(String.join(" ", root.usageMessage().description())))
                .append('\n');
        page.append(".SH OPTIONS\nEvery command has these.\n");
        Completion.options(root).forEach(option -> page.append(arg(option, names(option))));
        page.append(".SH COMMANDS\n");
        program.commands().forEach(command -> page.append(command(command)));
        return page.append(END).append(".SH EXAMPLES\n").append(footer(root)).toString();
    }

    private String command(CommandSpec command) {
        StringBuilder text = new StringBuilder(".SS ").append(escaped("supertask " + command.name()));
        command.positionalParameters().forEach(word -> text.append(" \\fI").append(escaped(word.paramLabel()))
                .append("\\fR"));
        text.append('\n').append(escaped(String.join(" ", command.usageMessage().description()))).append('\n');
        for (PositionalParamSpec word : command.positionalParameters()) {
            text.append(arg(word, "\\fI" + escaped(word.paramLabel()) + "\\fR"));
        }
        List<String> shared = Completion.names(program.root());
        Completion.options(command).stream().filter(option -> !shared.contains(option.longestName()))
                .forEach(option -> text.append(arg(option, names(option))));
        return text.append(".PP\n").append(footer(command)).toString();
    }

    private static String names(OptionSpec option) {
        return Arrays.stream(option.names()).map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "))
                + (option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR");
    }

    private static String arg(ArgSpec arg, String head) {
        String description = String.join(" ", arg.description()).replace("${DEFAULT-VALUE}",
                String.valueOf(arg.defaultValue()));
        return ".TP\n" + head + "\n" + escaped(description) + "\n";
    }

    /// Examples stand as they are typed.
    private static String footer(CommandSpec command) {
        String lines = Arrays.stream(command.usageMessage().footer()).dropWhile(String::isBlank).map(ManPage::escaped)
                .map(line -> line + "\n").collect(Collectors.joining());
        return ".nf\n" + lines + ".fi\n";
    }

    /// Text that roff shows as it is: no control line, no minus that becomes a hyphen.
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
                .replace("^", "\\(ha").replace("~", "\\(ti").replace("…", "...");
        return plain.startsWith(".") ? "\\&" + plain : plain;
    }
}
