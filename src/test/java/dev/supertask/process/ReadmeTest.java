package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.Engines;
import dev.supertask.testkit.RunningProgram.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The tour of `README.md` works: the commands of its `console` blocks, the lines that begin with `$ `, run one
/// after another. A line `# exit 7` behind a command says how it ends, `# for 3 s` that Ctrl-C ends it then, and
/// a line of output that ends with ` # shown` must be among what it writes.
@Timeout(300)
class ReadmeTest {
    private static final Path CHECKOUT = Path.of(BuiltProgram.launcher()).toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    /// A command of the tour.
    private record Step(String command, List<String> below) {
        int exit() {
            return below.stream().filter(line -> line.matches("# exit \\d+")).findFirst()
                    .map(line -> Integer.parseInt(line.substring(7))).orElse(0);
        }

        List<String> shown() {
            return below.stream().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
        }

        String script() {
            return below.stream().filter(line -> line.matches("# for \\d+ s")).findFirst()
                    .map(line -> "timeout -s INT " + line.replaceAll("\\D", "") + " sh -c " + quoted("exec " + command))
                    .map(script -> script + " || [ $? = 124 ]").orElse(command);
        }

        private static String quoted(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
    }

    @Test
    void tourWorks() throws Exception {
        Path readme = CHECKOUT.resolve("README.md");
        Engines.require("README.md", Files.exists(readme));
        BuiltProgram supertask = new BuiltProgram(folder);
        copyTimetables(supertask.work());
        for (Step step : steps(Files.readAllLines(readme))) {
            Result result = supertask.shell(step.script());
            assertEquals(step.exit(), result.exit(), () -> step + "\n" + result);
            step.shown().forEach(line -> assertTrue((result.out() + result.err()).lines().anyMatch(line::equals),
                    () -> "\"" + line + "\" is not what is shown by " + step + "\n" + result));
        }
    }

    @Test
    void timetableOnOneScreenIsRight() throws Exception {
        Path readme = CHECKOUT.resolve("README.md");
        Engines.require("README.md", Files.exists(readme));
        String text = Files.readString(readme).split("```yaml\n", 2)[1].split("```", 2)[0];
        BuiltProgram supertask = new BuiltProgram(folder);
        supertask.write("readme.yaml", text);
        Result result = supertask.run("validate", "readme.yaml");
        assertEquals(new Result(0, "readme.yaml: 6 jobs, no mistakes\n", ""), result);
    }

    private static List<Step> steps(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("```")) {
                inside = line.equals("```console");
            } else if (inside && line.startsWith("$ ")) {
                steps.add(new Step(line.substring(2), new ArrayList<>()));
            } else if (inside && !steps.isEmpty()) {
                steps.getLast().below().add(line);
            }
        }
        return steps;
    }

    /// The tour runs where its timetables can be changed, with the launcher under its usual name.
    private static void copyTimetables(Path work) throws IOException {
        Files.createSymbolicLink(work.resolve("supertask"), Path.of(BuiltProgram.launcher()).toAbsolutePath());
        Files.copy(CHECKOUT.resolve("supertask.yaml"), work.resolve("supertask.yaml"));
        Path examples = Files.createDirectories(work.resolve("examples"));
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("examples"))) {
            for (Path file : files.toList()) {
                Files.copy(file, examples.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
