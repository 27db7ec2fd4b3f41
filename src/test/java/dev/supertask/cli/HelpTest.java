package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// The help of every command, and the manual page that is made of it.
class HelpTest {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\|\\||&&|[|>])|(\\S+)");

    @TempDir
    private Path folder;

    static Stream<CommandLine> commands() {
        CommandLine root = new CommandLine(new SupertaskCommand(NoWorld.NOWHERE,
                new TemporaryFolder(NoWorld.NOWHERE)));
        return Stream.concat(Stream.of(root), root.getSubcommands().values().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasExamplesThatTheCommandLineUnderstands(CommandLine command) {
        List<String> footer = List.of(command.getCommandSpec().usageMessage().footer());
        List<String> examples = footer.stream().filter(line -> line.startsWith("  ")).toList();
        assertEquals("Examples:", footer.stream().filter(line -> !line.isEmpty()).findFirst().orElse("nothing"),
                "the footer of " + command.getCommandName());
        assertTrue(examples.stream().anyMatch(line -> line.contains("supertask " + command.getCommandName())
                || command.getParent() == null), () -> "no example of " + command.getCommandName());
        examples.stream().flatMap(line -> calls(line).stream()).forEach(HelpTest::parse);
    }

    private static void parse(List<String> words) {
        CommandLine root = commands().findFirst().orElseThrow();
        root.setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true);
        root.parseArgs(words.toArray(String[]::new));
    }

    /// The calls of supertask in a line of shell text, each without its name; behind two blanks stands a comment.
    private static List<List<String>> calls(String line) {
        String text = line.strip().replaceFirst("\\s{2,}.*", "").replaceAll("<\\((.*)\\)", "&& $1");
        List<List<String>> commands = new ArrayList<>(List.of(new ArrayList<>()));
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (words.group(3) != null) {
                commands.add(new ArrayList<>());
            } else {
                commands.getLast().add(Arrays.stream(new String[]{words.group(1), words.group(2), words.group(4)})
                        .filter(word -> word != null).findFirst().orElse(""));
            }
        }
        return commands.stream().filter(command -> !command.isEmpty() && command.getFirst().equals("supertask"))
                .map(command -> command.subList(1, command.size())).toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isPrintedForEveryCommand(CommandLine command) {
        String name = command.getParent() == null ? "" : command.getCommandName() + " ";
        Cli.Answer help = Cli.in(folder).line(name + "--help");
        assertEquals(new Cli.Answer(0, help.bytes(), ""), help);
        assertTrue(help.out().startsWith("Usage: supertask " + name.strip()), help.out());
    }

    @Test
    void theManualPageTellsEveryCommandWithItsOptionsAndExamples() {
        String page = Cli.in(folder).line("man").out().replace("\\-", "-");
        List<String> missing = commands().skip(1).map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .flatMap(spec -> Stream.concat(Stream.of(".SS supertask " + spec.name()),
                        spec.options().stream().map(option -> "\\fB" + option.longestName() + "\\fR")))
                .filter(text -> !page.contains(text)).toList();
        assertEquals(List.of(), missing);
        assertTrue(!page.contains("complete jobs"), "what only completion asks for is no command for people");
    }

    @Test
    void theManualPageIsShownByMan() throws Exception {
        Engines.require("man");
        Files.writeString(folder.resolve("supertask.1"), Cli.in(folder).line("man").out());
        String shown = manual(folder.resolve("supertask.1"));
        assertTrue(shown.contains("supertask list-runs --job \u0027report-*\u0027 --limit 100 --output csv"), shown);
        assertTrue(shown.contains("EXIT STATUS"), shown);
    }

    private static String manual(Path page) {
        ProcessBuilder builder = new ProcessBuilder("man", "--warnings", "-l", page.toString())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("MANWIDTH", "120", "LC_ALL", "C.UTF-8", "MANPAGER", "cat"));
        try {
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), text);
            assertTrue(!text.contains("warning:"), text);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
