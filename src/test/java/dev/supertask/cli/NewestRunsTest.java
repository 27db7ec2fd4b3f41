package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A listing of the newest runs opens no namespace that cannot have one of them. The other namespace's
/// database is broken here: whoever opened it would say so.
class NewestRunsTest {
    @TempDir
    private Path folder;

    private Cli cli;
    private Seed seed;

    @BeforeEach
    void breakTheOlderNamespace() throws IOException {
        cli = Cli.in(folder);
        seed = Night.andAnother(Night.of(cli));
        Files.writeString(seed.folder(Night.EPHEMERAL).path().resolve("store.mv.db"), "this is no database");
        seed.lastActive(Night.EPHEMERAL, "2026-11-24T11:00:02Z");
    }

    @Test
    void leavesANamespaceAloneThatWasActiveBeforeTheOldestRunOfAFullListing() {
        assertEquals(0, cli.line("list-runs --limit 2").exit());
        assertEquals(1, cli.line("list-runs --limit 3").exit());
    }

    @Test
    void leavesANamespaceAloneThatWasNotActiveSince() {
        assertEquals(0, cli.line("list-runs --since 30m").exit());
        assertEquals(1, cli.line("list-runs --since 2h").exit());
    }

    @Test
    void aReaderDoesNotMakeANamespaceLookActive() {
        seed.lastActive("ops", "2026-11-24T11:59:50Z");
        cli.line("list-runs --ns ops");
        cli.line("show backup --ns ops");
        assertEquals("2026-11-24T11:59:50Z", seed.folder("ops").lastActivity().toString());
    }
}
