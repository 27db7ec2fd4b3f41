package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.supertask.job.Limits;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.ProcessSettings;
import dev.supertask.job.Step;
import dev.supertask.run.Outcome;
import dev.supertask.run.Trigger;
import dev.supertask.testkit.Engines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real programs as another user and within limits.
class ProcessSettingsTest {
    private @TempDir Path folder;
    private Launches launches;

    @BeforeEach
    void open() {
        launches = new Launches(folder);
    }

    @AfterEach
    void close() {
        launches.close();
    }

    @Test
    void setsTheUmask() throws Exception {
        assertEquals("0027\n", output(new ProcessSettings(null, null, 027, null, Limits.NONE), "umask"));
    }

    @Test
    void setsTheNiceness() throws Exception {
        assertEquals("7\n", output(new ProcessSettings(null, null, null, 7, Limits.NONE), "nice"));
    }

    @Test
    void setsAllLimits() throws Exception {
        Limits limits = new Limits(1L << 30, Duration.ofMinutes(1), 100L, 1L << 20, 1000L);

        String text = output(settings(limits), "cat /proc/self/limits");

        for (String line : List.of("Max address space 1073741824 1073741824 bytes", "Max cpu time 60 60 seconds",
                "Max open files 100 100 files", "Max file size 1048576 1048576 bytes",
                "Max processes 1000 1000 processes")) {
            assertTrue(text.replaceAll(" +", " ").contains(line), text);
        }
    }

    @Test
    void endsWhatGoesBeyondItsLimit() throws Exception {
        Limits limits = new Limits(null, Duration.ofSeconds(1), null, 1L << 10, null);

        assertEquals(new Outcome.Signalled(25),
                launches.run(launches.as(settings(limits), "exec head -c 2000 /dev/zero >file")));
        assertEquals(1024, Files.size(folder.resolve("file")));
    }

    @Test
    void runsAsAnotherUserWithTheFirstGroupAndTheVariablesOfThatUser() throws Exception {
        assumeRoot();

        assertEquals("nobody nogroup nogroup\n/nonexistent nobody nobody /usr/sbin/nologin\n",
                output(user("nobody", null), "echo $(id -un) $(id -gn) $(id -Gn); echo $HOME $USER $LOGNAME $SHELL"));
        assertEquals("nobody\n", output(user("65534", null), "id -un"));
    }

    @Test
    void runsInAnotherGroup() throws Exception {
        assumeRoot();

        assertEquals("nobody daemon\n", output(user("nobody", "daemon"), "echo $(id -un) $(id -gn)"));
        assertEquals("root daemon\n", output(user(null, "daemon"), "echo $(id -un) $(id -gn)"));
        assertEquals("root daemon\n", output(user("root", "daemon"), "echo $(id -un) $(id -gn)"));
    }

    @Test
    void leavesNoWayBackToRoot() throws Exception {
        assumeRoot();

        String status = output(user("nobody", null), "grep -E 'Cap(Inh|Prm|Eff|Amb)|Uid' /proc/self/status");

        assertTrue(status.startsWith("Uid:\t65534\t65534\t65534\t65534\n"), status);
        assertTrue(status.contains("CapPrm:\t0000000000000000\nCapEff:\t0000000000000000\n"), status);
    }

    @Test
    void doesAllOfItAtOnce() throws Exception {
        assumeRoot();
        ProcessSettings settings = new ProcessSettings("nobody", null, 077, 3,
                new Limits(null, null, 50L, null, null));

        assertEquals("nobody 0077 3 50\n", output(settings, "echo $(id -un) $(umask) $(nice) $(ulimit -n)"));
    }

    @Test
    void stopsAnotherUsersProgram() throws Exception {
        assumeRoot();
        Launch launch = launches.as(user("nobody", null), "trap '' TERM; echo $$; while :; do sleep 0.01; done");
        RecordingWatcher watcher = launches.start(launch, 1);

        launches.launcher.stop(launch.run(), Duration.ZERO);

        assertEquals(new Outcome.Signalled(9), watcher.outcome());
    }

    @Test
    void handsWordsOnByteForByte() throws Exception {
        Payload payload = new Payload.Argv(List.of("printf", "%s|", "a b", "", "'\"$x\n\\", "\uDCFF"));

        Launch launch = launch(payload, new ProcessSettings(null, null, 022, 1, Limits.NONE));
        launches.run(launch);

        assertEquals("a b||'\"$x\n\\|\u00FF|", Files.readString(launch.log(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void saysThatAProgramIsNotThereAsEver() throws Exception {
        ProcessSettings settings = new ProcessSettings(null, null, 022, null, Limits.NONE);
        Path data = Files.writeString(folder.resolve("data"), "x");

        assertEquals(new Outcome.NotStarted(127, "no program \"no-such\" on PATH (/bin:/usr/bin)"),
                launches.run(launch(new Payload.Argv(List.of("no-such")), settings)));
        assertEquals(new Outcome.NotStarted(127, "no program \"/no/such\""),
                launches.run(launch(new Payload.Argv(List.of("/no/such")), settings)));
        assertEquals(new Outcome.NotStarted(126, "\"" + data + "\" is not executable · chmod +x \"" + data + "\""),
                launches.run(launch(new Payload.Argv(List.of(data.toString())), settings)));
    }

    @Test
    void runsTextWithoutAnInterpreterAsEver() throws Exception {
        Path script = Files.writeString(folder.resolve("greet"), "echo \"hello $1\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

        Launch launch = launch(new Payload.Argv(List.of("./greet", "world")),
                new ProcessSettings(null, null, 022, 1, Limits.NONE));

        assertEquals(new Outcome.Exited(0), launches.run(launch));
        assertEquals("hello world\n", Launches.output(launch));
    }

    private String output(ProcessSettings settings, String text) throws UnlaunchableException {
        Launch launch = launches.as(settings, text);
        launches.run(launch);
        return Launches.output(launch);
    }

    private Launch launch(Payload payload, ProcessSettings settings) throws UnlaunchableException {
        Launch shell = launches.as(settings, "true");
        Step step = new Step(payload, new Place.ThisMachine(folder, Map.of(), settings));
        RunFacts facts = new RunFacts("ops", "backup", shell.run(), 1, Trigger.MANUAL, null,
                ZoneId.of("UTC"), null);
        return new Launch(shell.run(), 1, Commands.of(step, Map.of("PATH", "/bin:/usr/bin"), facts), shell.log());
    }

    private static ProcessSettings settings(Limits limits) {
        return new ProcessSettings(null, null, null, null, limits);
    }

    private static ProcessSettings user(@Nullable String user, @Nullable String group) {
        return new ProcessSettings(user, group, null, null, Limits.NONE);
    }

    // Nobody else may become somebody else.
    private static void assumeRoot() throws IOException {
        Engines.require("root", Powers.ofThisProcess().mayBecomeAnybody());
    }
}
