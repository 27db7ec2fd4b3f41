package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.Engines;
import dev.supertask.testkit.RunningProgram;
import dev.supertask.testkit.RunningProgram.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every example is what it promises to be: without a mistake, and its jobs succeed.
@Timeout(120)
class ExamplesTest {
    private static final Path CHECKOUT = Path.of(BuiltProgram.launcher()).toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    private Rates rates;

    @BeforeEach
    void open() throws IOException {
        rates = new Rates();
    }

    @AfterEach
    void close() {
        rates.close();
    }

    static List<Path> timetables() throws IOException {
        List<Path> found = new ArrayList<>(List.of(CHECKOUT.resolve("supertask.yaml")));
        try (Stream<Path> examples = Files.list(CHECKOUT.resolve("examples"))) {
            examples.filter(file -> Stream.of(".yaml", ".py", "crontab").anyMatch(file.toString()::endsWith)).sorted()
                    .forEach(found::add);
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("timetables")
    void runsAndSucceeds(Path timetable) throws Exception {
        Engines.require("python3");
        BuiltProgram supertask = new BuiltProgram(folder).with("RATES_URL", rates.url());
        Result valid = supertask.run("validate", timetable.toString());
        assertEquals(0, valid.exit(), valid.err());
        try (RunningProgram program = supertask.start("run", "--file", timetable.toString())) {
            program.awaitErr(" (succeeded|failed|stopped|timed-out|lost) after ");
            program.signal("TERM");
            Result ended = program.result();
            assertTrue(ended.exit() == 143 || ended.exit() == 0, program::toString);
        }
        List<String> runs = supertask.run("list-runs", "--output", "csv").out().lines().skip(1).toList();
        assertTrue(!runs.isEmpty() && runs.stream().allMatch(run -> run.contains(",succeeded,0,")), runs::toString);
    }
}
