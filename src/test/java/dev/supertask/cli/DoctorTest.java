package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import dev.supertask.store.Owner;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Seed;
import dev.supertask.wire.JsonDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask doctor`.
class DoctorTest {
    @TempDir
    private Path folder;

    @Test
    void findsNoProblemWhereThereIsNoStoreYetAndMakesNone() {
        Cli cli = Cli.in(folder);
        Cli.Answer answer = cli.line("doctor");
        assertEquals(0, answer.exit(), answer.out());
        assertTrue(answer.out().startsWith("CHECK      RESULT  FINDING\nstore      ok      " + cli.store()
                + " is not there yet; the first run makes it\n"), answer.out());
        assertTrue(answer.out().contains("\nclock      ok      2026-11-24 13:00:00\n"), answer.out());
        assertTrue(answer.out().contains("\ntime zone  ok      Europe/Berlin, now UTC+01:00, changes at 2027-03-28"));
        assertFalse(Files.exists(cli.store()));
    }

    @Test
    void warnsOfAStoreThatOthersCanRead() throws IOException {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals("ok", result(cli, "permissions"));
        Files.setPosixFilePermissions(cli.store(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals("warning", result(cli, "permissions"));
        assertEquals(0, cli.line("doctor").exit());
    }

    @Test
    void tellsOfAnOwnerThatIsGone() throws IOException {
        Cli cli = Cli.in(folder);
        Seed seed = Night.of(cli);
        Owner gone = new Owner(Owner.Kind.SCHEDULER, new ProcessIdentity(1234567, 1, "another boot"), "web1",
                cli.clock().instant(), "");
        Files.writeString(seed.folder("ops").path().resolve("owner.json"), new JsonDocuments().write(gone));
        assertTrue(cli.line("doctor").out().contains("warning  namespace \"ops\" was left by process 1234567, which is"
                + " gone · nothing to do: whoever opens it next clears that up\n"));
    }

    @Test
    void endsWithOneWhereThereIsAProblem() throws IOException {
        Cli cli = Cli.in(folder);
        Files.createFile(cli.store());
        assertEquals("problem", result(cli, "store"));
        assertEquals(1, cli.line("doctor").exit());
        cli.at("1970-01-02T00:00:00Z");
        assertEquals("problem", result(cli, "clock"));
        assertEquals("problem", result(cli.with("PATH", "/nowhere"), "sh"));
    }

    @Test
    void programsReadTheSame() {
        assertTrue(Cli.in(folder).with("PATH", "/nowhere").line("doctor --output json").out().contains("""
                  {
                    "check": "sh",
                    "result": "problem",
                    "message": "not on PATH",
                    "remedy": "jobs with \\"run\\" need it: add its folder to PATH"
                  },
                """));
    }

    @Test
    void promisesLinuxWithGlibcAndRefusesWindows() {
        assertEquals(Finding.Result.OK, platform(new Platform("25", "Linux", "aarch64", false)));
        assertEquals(Finding.Result.WARNING, platform(new Platform("25", "Linux", "amd64", true)));
        assertEquals(Finding.Result.WARNING, platform(new Platform("25", "Mac OS X", "aarch64", false)));
        assertEquals(Finding.Result.PROBLEM, platform(new Platform("25", "Windows 11", "amd64", false)));
    }

    @Test
    void knowsNetworkFileSystems() {
        assertEquals(List.of("nfs4", "cifs", "fuse.sshfs"),
                List.of("ext4", "nfs4", "xfs", "cifs", "fuse.sshfs", "btrfs")
                        .stream().filter(StoreChecks::isNetwork).toList());
    }

    private static Finding.Result platform(Platform platform) {
        return platform.findings().getLast().result();
    }

    private static String result(Cli cli, String check) {
        return cli.line("doctor --output csv").out().lines().map(line -> line.split(",", -1))
                .filter(fields -> fields[0].equals(check)).findFirst().orElseThrow()[1];
    }
}
