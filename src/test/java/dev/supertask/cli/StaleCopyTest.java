package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.supertask.job.Job;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.store.TextCopies;
import dev.supertask.testkit.Cli;
import dev.supertask.testkit.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The last good copy of a text of the network, for when it is gone.
@Timeout(60)
class StaleCopyTest {
    private static final String INCLUDING = "include: more.yaml\njobs: {a: {when: '@daily', run: echo}}\n";
    private static final String MORE = "jobs: {b: {when: '@daily', run: echo}}\n";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Cli.NOW);
    private TextCopies copies;
    private Website site;

    @BeforeEach
    void aServer() throws IOException {
        copies = new TextCopies(folder.resolve("store/.texts"));
        site = new Website().page("/ops.yaml", INCLUDING).page("/more.yaml", MORE);
    }

    @AfterEach
    void noServer() {
        site.close();
    }

    private TimetableFile read() {
        return TimetableFile.read(TimetableFileTest.world(folder, clock),
                "http://ada:s3cret@" + site.host() + "/ops.yaml", List.of(),
                copies);
    }

    private static List<String> jobs(TimetableFile read) {
        return read.timetable().jobs().stream().map(Job::name).toList();
    }

    @Test
    void isUsedWhenTheServerIsGoneAndSaysHowOldItIs() {
        assertEquals(List.of(), read().timetable().warnings());
        clock.move(Duration.ofMinutes(125));
        site.close();

        TimetableFile later = read();

        assertEquals(List.of("a", "b"), jobs(later));
        assertEquals(List.of("""
                warning ST-W10: "%s" cannot be fetched: no connection to 127.0.0.1; its copy of \
                2026-11-24 13:00:00 is used, which is 2 h 5 min old""".formatted(site.url("/ops.yaml")),
                """
                        warning ST-W10: "%s" cannot be fetched: no connection to 127.0.0.1; its copy of \
                        2026-11-24 13:00:00 is used, which is 2 h 5 min old""".formatted(site.url("/more.yaml"))),
                later.timetable().warnings().stream().map(Problem::render).toList());
        assertEquals(site.url("/ops.yaml"), later.resource());
    }

    @Test
    void isUsedForTheOneTextThatIsMissing() {
        read();
        site.answers("/more.yaml", 500);

        TimetableFile later = read();

        assertEquals(List.of("a", "b"), jobs(later));
        assertEquals(1, later.timetable().warnings().size());
    }

    @Test
    void isThatOfTheLastGoodText() {
        read();
        site.page("/ops.yaml", "jobs: [");
        assertThrows(Refusal.class, this::read);
        site.page("/ops.yaml", INCLUDING.replace("a:", "c:"));
        read();
        site.page("/more.yaml", "jobs: 1");
        assertThrows(Refusal.class, this::read);
        site.close();

        assertEquals(List.of("c", "b"), jobs(read()));
    }

    @Test
    void isNotUsedWhereTheServerSaysThatThereIsNothing() {
        read();
        site.answers("/ops.yaml", 404);
        assertThrows(Refusal.class, this::read);
    }

    @Test
    void isMissedWhereThereIsNone() {
        site.close();
        assertEquals(
                "\"" + site.url("/ops.yaml") + "\" cannot be fetched: no connection to 127.0.0.1 · there is no copy "
                        + "of it yet; try again when the network is back",
                assertThrows(Refusal.class, this::read).getMessage());
    }

    @Test
    void canBeReadByItsOwnerOnlyAndHoldsNoPassword() throws IOException {
        read();
        assertEquals("rwx------", permissions(copies.folder()));
        try (Stream<Path> files = Files.list(copies.folder())) {
            List<Path> all = files.toList();
            assertEquals(2, all.size());
            for (Path file : all) {
                assertEquals("rw-------", permissions(file));
                assertEquals(-1, (file + Files.readString(file)).indexOf("s3cret"));
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
