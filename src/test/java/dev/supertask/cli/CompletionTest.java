package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Engines;
import dev.supertask.testkit.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Completion: what real shells make of what is typed before the tabulator.
class CompletionTest {
    /// What completion asks for is answered by the program; anything else that is typed is written down.
    private static final String PROGRAM = """
            #!/bin/sh
            case "$1" in
            complete | completion) exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s "$@" ;;
            *) echo "$*" >>'%s' ;;
            esac
            """;

    @TempDir
    private Path folder;
    private Cli cli;

    @BeforeEach
    void aStoreWithTwoNamespaces() {
        cli = Cli.in(folder);
        Seed.of(cli).apply("ops", "jobs: {backup: {when: '@daily', run: a}, tidy: {when: '@daily', run: a}}")
                .apply("web", "jobs: {bake: {when: '@daily', run: a}, tidy: {when: '@daily', run: a}}");
    }

    @Test
    void listsWhatThereIsAWordALine() {
        assertEquals(new Cli.Answer(0, "ops\nweb\n", ""), cli.line("complete namespaces"));
        assertEquals(new Cli.Answer(0, "backup\nbake\ntidy\n", ""), cli.line("complete jobs"));
        assertEquals(new Cli.Answer(0, "bake\ntidy\n", ""), cli.line("complete jobs --ns web"));
        assertEquals(new Cli.Answer(0, "", ""), cli.line("complete jobs --store nowhere"));
    }

    @ParameterizedTest
    @CsvSource({"bash, bash --norc --noprofile -i, source <(supertask completion bash)",
            "zsh, zsh -f -i, source <(supertask completion zsh)"})
    @Timeout(120)
    void completesInARealShell(String shell, String command, String load) throws Exception {
        Engines.require(shell, "script");
        Files.createFile(folder.resolve("nightly.yaml"));
        assertEquals(List.of("list-namespaces", "list-jobs --output json", "show backup", "logs --ns web bake",
                "list-runs --ns ops --job backup --state failed", "validate --strict nightly.yaml",
                "run --file nightly.yaml", "doctor --store store/"),
                typed(command, load, "supertask list-n\t", "supertask list-jobs --outp\tjs\t", "supertask show bac\t",
                        "supertask logs --ns w\tb\t", "supertask list-runs --ns o\t--job b\t--state fa\t",
                        "supertask validate --str\tnigh\t", "supertask run --fi\tnigh\t",
                        "supertask doctor --sto\tsto\t"));
    }

    @Test
    @Timeout(120)
    void completesInFishWhichCanBeAsked() throws Exception {
        Engines.require("fish", "script");
        Files.createFile(folder.resolve("nightly.yaml"));
        Path answers = folder.resolve("answers");
        String ask = "complete -C '%s' | string split -f 1 \\t >> " + answers;
        Files.writeString(folder.resolve("ask.fish"), "supertask completion fish | source\n"
                + Stream.of("supertask list-n", "supertask list-jobs --outp", "supertask list-jobs --output js",
                        "supertask show bac", "supertask logs --ns w", "supertask logs --ns web b",
                        "supertask list-runs --ns ops --job b", "supertask list-runs --job b --state fa",
                        "supertask validate nigh", "supertask run --file nigh", "supertask doctor --store sto")
                        .map(ask::formatted).collect(Collectors.joining("\n")));
        typed("fish --no-config ask.fish");
        assertEquals(List.of("list-namespaces", "--output", "json", "backup", "web", "bake", "backup", "failed",
                "nightly.yaml", "nightly.yaml", "store/"),
                Files.readAllLines(answers).stream().filter(line -> !line.isEmpty()).toList());
    }

    /// What the program was called with, line by line.
    private List<String> typed(String shell, String... lines) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path calls = folder.resolve("calls");
        program(bin.resolve("supertask"), calls);
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", shell, "/dev/null").directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("terminal").toFile());
        builder.environment().putAll(cli.environment());
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TERM", "dumb");
        Process process = builder.start();
        try (var keys = process.outputWriter(StandardCharsets.UTF_8)) {
            keys.write(String.join("\n", lines) + "\nexit\n");
            keys.flush();
            if (!process.waitFor(100, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        assertEquals(0, process.waitFor(), () -> terminal());
        return Files.exists(calls)
                ? Files.readAllLines(calls).stream().map(String::strip).toList()
                : List.of(terminal());
    }

    private String terminal() {
        try {
            return Files.readString(folder.resolve("terminal"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void program(Path file, Path calls) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Files.writeString(file, PROGRAM.formatted(Path.of(System.getProperty("java.home"), "bin/java"),
                absolute(classPath), Main.class.getName(), calls));
        file.toFile().setExecutable(true);
    }

    /// The shell works in another folder.
    private static String absolute(String classPath) {
        return String.join(":", List.of(classPath.split(":", -1)).stream()
                .map(part -> Path.of(part).toAbsolutePath().toString()).toList());
    }
}
